using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Questions;

/// <summary>A sentence of a page: its words with the sides named among them, the claims in it, and what it is about where it names nobody.</summary>
internal sealed partial class PageSentence
{
    private static readonly int DatedAhead = (int)QuestionSettings.Of("dated-ahead");
    private static readonly double NearKilometres = QuestionSettings.Of("near");
    private static readonly double FarKilometres = QuestionSettings.Of("far");
    private const double KilometresPerMile = 1.609;
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    // Whose words are never evidence, whatever they say.
    private static readonly WordPattern Commented = new("analyst*|expert*|expects|bettor*|betting|odds|chance|chances|poll|polls|pollster*|polymarket|speculat*|historian*|observers think|commentator*");
    private static readonly WordPattern Ahead = new("will|would|due|scheduled|set|to meet|to begin|is to|are to|planned|plans|expected|next|coming|called|march for");
    private static readonly WordPattern Past = new("last year|last month|two months ago|months ago|years ago|a year ago|in january last|earlier this year");

    private readonly ImmutableArray<string> _forms;
    private readonly ImmutableArray<(int At, string Name)> _people;

    private PageSentence(string document, string text, SplitWords split, Named named, ImmutableArray<PageClaim> claims, bool isOld, bool isView, PageSentence? before)
    {
        var (words, sides) = (split.Words, named.Sides);
        (Document, Text, Words, Sides, Claims) = (document, text, words, sides, claims);
        (_forms, _people) = (split.Forms, named.People);
        IsOld = isOld;
        Content = new ContentWords(string.Join(' ', words), []);
        IsCommented = isView || Commented.Fits(Content);
        Topic = sides.IsEmpty ? before?.Topic ?? [] : [.. sides.Select(s => s.Side).Distinct()];
        First = sides.IsEmpty ? before?.First : sides[0].Side;
        IsLongPast = Past.Fits(Content);
    }

    /// <summary>Alias of the document in which it stands.</summary>
    public string Document { get; }

    public string Text { get; }

    /// <summary>Words in lower case, a "not" after each that ends with n't.</summary>
    public ImmutableArray<string> Words { get; }

    public ContentWords Content { get; }

    /// <summary>Sides in the order in which they are named, with the place among the words of the name's end.</summary>
    public ImmutableArray<(int At, string Side)> Sides { get; }

    public ImmutableArray<PageClaim> Claims { get; }

    /// <summary>Whether it tells of another year.</summary>
    public bool IsOld { get; }

    /// <summary>Whether it tells of months ago.</summary>
    public bool IsLongPast { get; }

    /// <summary>Whether it is no reporting: analysts, experts or bettors speak in it, it holds only what the author of a commentary thinks, it asks, or it is a site's rule or comment.</summary>
    public bool IsCommented { get; }

    /// <summary>Whether it asks, or is a site's rule or comment.</summary>
    public bool IsNoNews { get; private init; }

    /// <summary>Sides that it is about: those that it names, else those of the sentence before.</summary>
    public ImmutableArray<string> Topic { get; }

    /// <summary>The first side of what it is about.</summary>
    public string? First { get; }

    public static ImmutableArray<PageSentence> Of(Ledger ledger, ActorRegister register, ImmutableArray<ItemView> items, DateOnly asOf)
    {
        var claims = items.Where(i => !i.IsHistory).SelectMany(i => i.Claims.Select(c => (c.Place, Claim: new PageClaim(c, i.Item.Belief.Value)))).ToLookup(c => c.Place, c => c.Claim);
        var past = ItemView.PastSentences(items);
        var sentences = ImmutableArray.CreateBuilder<PageSentence>();
        foreach (var document in ledger.Documents)
        {
            var mentions = MentionsOf(document.Reading);
            PageSentence? before = null;
            var noNews = NoNews.BlocksIn(document.Document.Text);
            for (var i = 0; i < document.Reading.Sentences.Length; i++)
            {
                var span = document.Reading.Sentences[i].Span;
                var text = span.Of(document.Document.Text);
                var isNoNews = NoNews.IsIn(noNews, document, span);
                var split = Split(text);
                var own = claims[(document.Alias, i)].ToImmutableArray();
                var isOld = split.Words.Any(w => IsOtherYear(w, asOf)) || past.Contains((document.Alias, i));
                var placed = mentions.Where(m => span.Contains(m.Span)).Select(m => (At: PlaceOf(m.Span.End - span.Start, split.Ends), Mention: m)).ToList();
                var sides = placed.Select(m => (m.At, Side: SideOf(m.Mention, register))).Where(m => m.Side is not null).Select(m => (m.At, m.Side!));
                var people = placed.Where(m => m.Mention is { Kind: MentionKind.Person, Form: MentionForm.Name }).Select(m => (m.At, m.Mention.Name));
                var isView = isNoNews || (!own.IsEmpty && own.All(c => Commentary.Holds(c.View.Claim, document.Document)));
                before = new PageSentence(document.Alias, text, split, new Named([.. Distinct(sides)], [.. people]), own, isOld, isView, before) { IsNoNews = isNoNews };
                sentences.Add(before);
            }
        }
        return sentences.ToImmutable();
    }

    private static readonly ConditionalWeakTable<Standoff.Reading.Claims.Reading, Mention[]> Known = [];

    // Names, offices and pronouns as the reader resolves them; a reading that came from an envelope has lost them.
    private static Mention[] MentionsOf(Standoff.Reading.Claims.Reading reading) => Known.GetValue(reading, r =>
    {
        var text = r.Document.Text;
        return [.. MentionReader.Read(text, SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length)), r.Document.Date).All.Where(m => m.Kind is not MentionKind.Outlet).OrderBy(m => m.Span.Start)];
    });

    private static string? SideOf(Mention mention, ActorRegister register) => ActorRegister.GroupOf(mention.Name) ?? register.SideOf(mention.Name) ?? mention.State;

    private static int PlaceOf(int end, List<int> ends) => Math.Max(0, ends.FindIndex(e => e >= end) is var at and >= 0 ? at : ends.Count - 1);

    private static IEnumerable<(int At, string Side)> Distinct(IEnumerable<(int At, string Side)> sides)
    {
        (int At, string Side)? last = null;
        foreach (var side in sides.OrderBy(s => s.At))
        {
            if (last is { } l && l.Side == side.Side && side.At - l.At <= 1) continue;
            yield return side;
            last = side;
        }
    }

    /// <summary>Places of a person's surname, unless it is another's of that name ("Ana Fujimori") or only spelt like it ("UN", "Un").</summary>
    public IEnumerable<int> PlacesOf(string person)
    {
        var names = person.Split(' ');
        var surname = Participants.Unmarked(names[^1]);
        for (var i = 0; i < Words.Length; i++)
            if (Participants.Plain(Words[i]) == Participants.Plain(surname) && IsSpelt(i, surname) && !_people.Any(p => p.At == i && IsAnother(p.Name.Split(' '), names))) yield return i;
    }

    /// <summary>Whether it names a person.</summary>
    public bool Names(string person) => PlacesOf(person).Any();

    // Where all is in capitals they tell nothing.
    private bool IsSpelt(int at, string surname) => _forms[at] != Words[at] && (Participants.Unmarked(_forms[at]) == surname || !IsShouted(_forms[at]) || _forms.All(IsShouted));

    private static bool IsShouted(string form) => form.Length > 1 && form.All(c => !char.IsLower(c));

    private static bool IsAnother(string[] told, string[] asked) => told.Length > 1 && asked.Length > 1 && !asked.Select(Participants.Plain).Contains(Participants.Plain(told[0]));

    /// <summary>The day ahead that it names; <see langword="null"/> if none.</summary>
    public DateOnly? DayAhead(DateOnly asOf)
    {
        var window = DeadlineReader.Read(Text, asOf);
        if (!window.IsAssumed && window.Last > asOf && window.Last <= asOf.AddDays(DatedAhead)) return window.Last;
        return WeekdayAhead(asOf);
    }

    // "The session on Thursday will …", "is due on Thursday"; what somebody said on Thursday was the last one. A weekday is the next of its name.
    private DateOnly? WeekdayAhead(DateOnly asOf)
    {
        if (!Ahead.Fits(Content) || Coming().Matches(Text).LastOrDefault(IsComing) is not { } match) return null;
        var name = match.Groups["day"].Value.ToLowerInvariant();
        if (name is "tomorrow" or "tonight") return asOf.AddDays(1);
        var day = Array.FindIndex(DayNames, d => name.StartsWith(d, StringComparison.Ordinal));
        return asOf.AddDays(day < 0 ? DaysOfWeek : (day - (int)asOf.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek + 1);
    }

    // "By Thursday" is ahead; "on Thursday" where what will be stands before it or right behind it, or opens the sentence with it.
    private bool IsComing(Match match)
    {
        if (match.Groups["day"].Value.ToLowerInvariant() is "tomorrow" or "tonight" || match.Groups["when"].Value.ToLowerInvariant() is "by" or "for" or "until" or "next" or "before") return true;
        if (match.Groups["told"].Success) return false;
        if (!match.Groups["when"].Value.Equals("on", StringComparison.OrdinalIgnoreCase)) return true;
        var (before, after) = (Text[..match.Index], Text[(match.Index + match.Length)..]);
        return Ahead.Fits(new ContentWords(before, [])) || RightAhead().IsMatch(after) || (string.IsNullOrWhiteSpace(before) && OpensAhead().IsMatch(after));
    }

    [GeneratedRegex(@"^\s+(?:will|would|is|are)\b", RegexOptions.CultureInvariant)]
    private static partial Regex RightAhead();

    // No "promised" may stand between: what was done on the day is told.
    [GeneratedRegex(@"^,?\s+(?:(?!(?:said|told|\p{Ll}+ed)\b)[\w'’-]+\s+)*?(?:will|would|(?:is|are)\s+(?:to|due|set))\b", RegexOptions.CultureInvariant)]
    private static partial Regex OpensAhead();

    private const int DaysOfWeek = 7;
    private static readonly string[] DayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    [GeneratedRegex(@"(?<told>\b(?:said|says|told|announced|added|wrote|declared|warned|reported|claimed|insisted|confirmed|denied|agreed|rejected|last|since|earlier|speaking|spoke|seen|dated|published|released|signed|left|arrived|met)\b(?:\W+\w+){0,2}?\W+)?\b(?:(?<when>on|by|for|until|this|next|from|before)\s+(?:the\s+)?(?:morning\s+of\s+)?(?<day>(?:sun|mon|tues|wednes|thurs|fri|satur)day|weekend)|(?<day>tomorrow|tonight))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coming();

    /// <summary>Whether it tells a distance that is near.</summary>
    public bool IsNear => Distances().Any(d => d <= NearKilometres);

    /// <summary>Whether it tells a distance that is far.</summary>
    public bool IsFar => Distances().Any(d => d >= FarKilometres);

    /// <summary>Whether it counts voices: so many votes or seats, one number against another, votes to spare.</summary>
    public bool IsTallied => Tally().IsMatch(Text);

    [GeneratedRegex(@"\b\d+(?:\s+of\s+(?:the\s+)?\d+)?\s+(?:votes|seats|deputies|members|senators|lawmakers|MPs|legislators)\b|\b\d+\s*(?:to|against|[-–])\s*\d+\b(?!\s*(?:hours|days|weeks|kilomet|miles|per|%|dead|wounded))|\bvotes?\s+to\s+spare\b|\b(?:has|have|had|hold|holds|control|controls|commands?|enough)\s+(?:the\s+|enough\s+)?(?:seats|votes|numbers|(?:needed\s+|two[- ]thirds\s+)?majority)\b|\bunanimous", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tally();

    /// <summary>The largest count that it tells, as a share of what the question asks for; years and days of the month are none.</summary>
    public decimal? Count(AskedQuestion question)
    {
        if (question.Least is not { } least || least <= 0) return null;
        var counts = Counted().Matches(Text).Select(QuestionReader.NumberOf).OfType<decimal>().ToList();
        return counts.Count == 0 ? null : counts.Max() / least;
    }

    /// <summary>The share of what the question asks for that is reached by its last day if the count goes on as in the days that the sentence names; <see langword="null"/> where it names no count or no days.</summary>
    public decimal? Course(AskedQuestion question)
    {
        if (Count(question) is not { } share || share >= 1 || Lasted().Matches(Text).FirstOrDefault(m => !IsStillAhead().IsMatch(Text[..m.Index])) is not { } match) return null;
        var number = match.Groups["n"].Value.ToLowerInvariant();
        var units = number.Length == 0 ? 1 : decimal.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : Array.IndexOf(Numbers, number);
        var days = units * match.Groups["unit"].Value.ToLowerInvariant() switch { "day" => 1, "week" => DaysOfWeek, _ => DaysOfMonth };
        return days <= 0 ? null : share * (1 + ((question.Deadline.DayNumber - question.AsOf.DayNumber + 1) / days));
    }

    private const int DaysOfMonth = 30;
    private static readonly string[] Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    // "In nine days", "over the past two weeks", "in a month", "after ten days of"; "in days" names no number.
    [GeneratedRegex(@"\b(?:in|over|within|during|after)\s+(?:just\s+|only\s+)?(?:(?:the\s+)?(?:(?:past|last|first)\s+)?(?<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?<unit>day|week|month)s?|(?:a|(?:the\s+)?(?:past|last|first))\s+(?<unit>day|week|month))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasted();

    // "Talks will resume in two weeks": a span that is ahead is no pace.
    [GeneratedRegex(@"\b(?:will|would|resumes?|expect\w*|due|may|could|plan\w*|scheduled|promise\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsStillAhead();

    [GeneratedRegex(@"(?<![\d$€£])(?<number>\d{1,3}(?:,\d{3})+|\d+)(?!\d|\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?<=\b(?:19|20)\d\d)\b)(?:\s+(?<scale>thousand|million))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    private IEnumerable<double> Distances() => Distance().Matches(Text)
        .Select(m => double.Parse(m.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * (m.Groups["unit"].Value.StartsWith("mile", StringComparison.OrdinalIgnoreCase) ? KilometresPerMile : 1));

    [GeneratedRegex(@"(?<n>\d{1,4}(?:,\d{3})*)[ -](?<unit>kilomet\w+|km|miles?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Distance();

    private static bool IsOtherYear(string word, DateOnly asOf) => word.Length == 4
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > FirstYear and < LastYear && Math.Abs(year - asOf.Year) > 1;

    /// <summary>The sides and persons of a sentence, each with the place of the name's end.</summary>
    private sealed record Named(ImmutableArray<(int At, string Side)> Sides, ImmutableArray<(int At, string Name)> People);

    /// <summary>Words as the patterns see them, the same with their capitals, and where each ends.</summary>
    private sealed record SplitWords(ImmutableArray<string> Words, ImmutableArray<string> Forms, List<int> Ends);

    private static SplitWords Split(string text)
    {
        var (forms, ends) = (ImmutableArray.CreateBuilder<string>(), new List<int>());
        foreach (Match match in Word().Matches(text))
        {
            var form = match.Value.Replace('’', '\'');
            var isNegated = form.EndsWith("n't", StringComparison.OrdinalIgnoreCase);
            forms.Add(isNegated ? form[..^3] : form.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? form[..^2] : form);
            ends.Add(match.Index + match.Length);
            if (!isNegated) continue;
            forms.Add("not");
            ends.Add(match.Index + match.Length);
        }
        return new SplitWords([.. forms.Select(f => f.ToLowerInvariant())], forms.ToImmutable(), ends);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <summary>A claim of a page with how far it is believed.</summary>
internal sealed record PageClaim(ClaimView View, double Belief)
{
    /// <summary>Whether a commentator makes it.</summary>
    public bool IsCommentators => View.Claim.Sources.Length > 0 && Vocabulary.IsCommentator(View.Claim.Sources[^1].Name);

    /// <summary>Whether nobody who would act vouches for it: somebody expects, judges or does not know.</summary>
    public bool IsGuess => View.Claim.Kind is ClaimKind.Assessment or ClaimKind.Unknown && View.SpeakerSides.IsEmpty;
}
