using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Standoff.Crises;

/// <summary>Writes a crisis as YAML that a person can edit.</summary>
internal sealed class CrisisYamlWriter
{
    public const string Schema = "standoff-crisis/1";

    private const string Header = """
        # The model of a crisis. Edit freely, then run again with this file.
        # A parameter's value follows from its prior and its evidence. To set it yourself, write
        #   value: 0.2 to 0.5     (5th and 95th percentile; or 0.3, ~0.3, 1 in 5, beta(2, 5), normal(0, 1), lognormal(0.1, 0.4), uniform(0, 1))
        #   grounds: A
        # Grounds: S from claims, I inferred, A analyst, D default, C computed.

        """;

    private readonly StringBuilder _text = new();

    public string Write(Crisis crisis)
    {
        _text.Append(Header.ReplaceLineEndings("\n"));
        Line(0, "schema", Schema);
        Title(crisis);
        Parties(crisis);
        Demand(crisis.Demand);
        Statements("offers", crisis.Offers);
        Statements("threats", crisis.Threats);
        Present(crisis.Present);
        Flags(crisis.Flags);
        ThirdParties(crisis.ThirdParties);
        Parameters(crisis.Parameters);
        Covariates(crisis.Covariates);
        Classes(crisis.Classes);
        Uses(crisis.Uses);
        return _text.ToString();
    }

    /// <summary>One piece alone, for comparing pieces by their text.</summary>
    public static string Piece(Action<CrisisYamlWriter> write)
    {
        var writer = new CrisisYamlWriter();
        write(writer);
        return writer._text.ToString();
    }

    public void Title(Crisis crisis)
    {
        Line(0, "title", crisis.Title);
        Day("as-of", crisis.AsOf);
        Day("began", crisis.Began);
        Day("ultimatum-on", crisis.UltimatumOn);
        Line(0, "template", crisis.Template);
    }

    private void Day(string key, DateOnly? day)
    {
        if (day is { } known) Line(0, key, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public void Side(string key, Party party)
    {
        _text.Append(key).Append(":\n");
        Line(1, "name", party.Name);
        if (party.Leader is { } leader) Line(1, "leader", leader);
        if (!party.Members.IsEmpty) Indent(1).Append("members:\n");
        foreach (var member in party.Members) Indent(2).Append("- ").Append(Scalar(member)).Append('\n');
        Claims(1, party.Claims);
    }

    public void Demand(Demand demand)
    {
        Blank();
        _text.Append("demand:\n");
        Line(1, "text", demand.Text);
        Line(1, "kind", CrisisWords.Of(demand.Kind), string.Join(", ", CrisisWords.All<DemandKind>()));
        if (demand.Deadline is { } deadline) Line(1, "deadline", deadline.Value);
        Claims(1, demand.Claims);
    }

    public void Statements(string key, ImmutableArray<Statement> statements)
    {
        if (statements.IsDefaultOrEmpty) return;
        Blank();
        _text.Append(key).Append(":\n");
        foreach (var statement in statements)
        {
            Line(1, "- text", statement.Text);
            Line(2, "by", statement.By);
            Claims(2, statement.Claims);
        }
    }

    public void Present(RungEstimate present)
    {
        Blank();
        Remark(0, "Where the crisis stands: a probability for each rung; they sum to 1.");
        _text.Append("present:\n  rungs:\n");
        for (var rung = 0; rung < present.Weights.Length; rung++)
            if (present.Weights[rung] != 0) Line(2, CrisisWords.Of((Rung)rung), Number(present.Weights[rung]));
        Told(1, present.Grounds, present.Reason);
        Claims(1, present.Claims);
    }

    public void Flags(ImmutableArray<StateFlag> flags)
    {
        if (flags.IsDefaultOrEmpty) return;
        Blank();
        _text.Append("flags:\n");
        foreach (var flag in flags)
        {
            _text.Append("  ").Append(flag.Name).Append(":\n");
            Line(2, "probability", Number(flag.Probability));
            Told(2, flag.Grounds, flag.Reason);
            Claims(2, flag.Claims);
        }
    }

    public void ThirdParties(ImmutableArray<ThirdParty> parties)
    {
        if (parties.IsDefaultOrEmpty) return;
        Blank();
        Remark(0, "Stance: -1 wholly with the target ... 1 wholly with the challenger; capacity and availability 0 ... 1.");
        _text.Append("third-parties:\n");
        foreach (var party in parties)
        {
            Line(1, "- name", party.Name);
            Line(2, "stance", Number(party.Stance));
            Line(2, "capacity", Number(party.Capacity));
            Line(2, "availability", Number(party.Availability));
            Told(2, party.Grounds, party.Reason);
            Claims(2, party.Claims);
        }
    }

    public void Parameter(Parameter parameter)
    {
        _text.Append("  ").Append(parameter.Name).Append(":\n");
        Remark(2, $"5th to 95th percentile: {DistributionText.Range(parameter.Value)}{Cut(parameter.Value)}{(parameter.Evidence.IsDefaultOrEmpty ? "" : $" (before the claims: {DistributionText.Range(parameter.Prior)})")}");
        if (parameter.Grounds == Grounds.Analyst) Line(2, "value", DistributionText.Format(parameter.Value));
        Line(2, "prior", DistributionText.Format(parameter.Prior));
        Line(2, "unit", parameter.Unit);
        Told(2, parameter.Grounds, parameter.Reason);
        Evidence(parameter.Evidence);
    }

    public void Covariates(ImmutableArray<Covariate> covariates)
    {
        if (covariates.IsDefaultOrEmpty) return;
        Blank();
        Remark(0, "What sets the case apart from others of its classes; a line that is taken out counts as unknown.");
        _text.Append("covariates:\n");
        foreach (var covariate in covariates)
        {
            _text.Append("  ").Append(covariate.Name).Append(":\n");
            Line(2, "value", Number(covariate.Value));
            Told(2, covariate.Grounds, covariate.Reason);
        }
    }

    public void Classes(ImmutableArray<ClassChoice> classes)
    {
        if (classes.IsDefaultOrEmpty) return;
        Blank();
        Remark(0, "Reference classes of the outside view; the weights sum to 1.");
        _text.Append("classes:\n");
        foreach (var choice in classes)
        {
            Line(1, "- name", choice.Name);
            Line(2, "weight", Number(choice.Weight));
            Told(2, choice.Grounds, choice.Reason);
        }
    }

    private static string Cut(Distribution distribution) => distribution is Distribution.Truncated cut ? $", cut off at {DistributionText.Short(cut.From)} and {DistributionText.Short(cut.To)}" : "";

    private void Parties(Crisis crisis)
    {
        Blank();
        Side("challenger", crisis.Challenger);
        Side("target", crisis.Target);
    }

    private void Parameters(ImmutableArray<Parameter> parameters)
    {
        if (parameters.IsDefaultOrEmpty) return;
        Blank();
        _text.Append("parameters:\n");
        foreach (var parameter in parameters) Parameter(parameter);
    }

    private void Evidence(ImmutableArray<Evidence> evidence)
    {
        if (evidence.IsDefaultOrEmpty) return;
        Indent(2).Append("evidence:\n");
        foreach (var item in evidence)
        {
            Line(3, "- item", item.Item);
            Line(4, "row", item.Row);
            if (item.About.Length > 0) Line(4, "about", item.About);
            Line(4, "group", item.Group);
            Line(4, "weight", Number(item.LogLikelihoodRatio), "log-likelihood ratio of its reports");
            Claims(4, item.Claims);
        }
    }

    private void Uses(ImmutableArray<ItemUse> uses)
    {
        if (uses.IsDefaultOrEmpty) return;
        Blank();
        Remark(0, "What each item of the ledger was used for.");
        _text.Append("uses:\n");
        foreach (var use in uses)
        {
            Line(1, "- item", use.Item);
            Line(2, "route", CrisisWords.Of(use.Route));
            if (use.Target.Length > 0) Line(2, "target", use.Target);
            if (use.Row.Length > 0) Line(2, "row", use.Row);
            Line(2, "reason", use.Reason);
        }
    }

    // The sentence of what was set by hand names the file; it is made anew when the file is read.
    private void Told(int depth, Grounds? grounds, string reason)
    {
        if (grounds is { } known) Line(depth, "grounds", CrisisWords.Letter(known));
        if (!ByHand.Is(reason)) Line(depth, "reason", reason);
    }

    private void Claims(int depth, ImmutableArray<string> claims)
    {
        if (!claims.IsDefaultOrEmpty) Indent(depth).Append("claims: [").AppendJoin(", ", claims).Append("]\n");
    }

    private void Line(int depth, string key, string value, string remark = "")
    {
        Indent(depth).Append(key).Append(": ").Append(Scalar(value));
        if (remark.Length > 0) _text.Append(" # ").Append(remark);
        _text.Append('\n');
    }

    private void Remark(int depth, string text) => Indent(depth).Append("# ").Append(text).Append('\n');

    private void Blank() => _text.Append('\n');

    private StringBuilder Indent(int depth) => _text.Append(' ', depth * 2);

    private static string Number(double value) => DistributionText.Number(value);

    // Plain where nothing in it could mean something to YAML, else in double quotes.
    private static string Scalar(string value)
    {
        var plain = value.Length > 0 && value.Trim().Length == value.Length && (char.IsLetterOrDigit(value[0]) || (value.Length > 1 && value[0] is '-' or '.' or '~' && (char.IsDigit(value[1]) || value[1] == '.')))
            && value.IndexOf(": ", StringComparison.Ordinal) < 0 && value.IndexOf(" #", StringComparison.Ordinal) < 0 && !value.EndsWith(':') && !value.Any(c => char.IsControl(c) || c is '"' or '\u2028' or '\u2029' or '\u0085')
            && value.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");
        if (plain) return value;
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' or '\ufeff') quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
