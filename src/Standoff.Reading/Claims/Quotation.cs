using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Follows quotation marks through a document, so that words in quotes keep their speaker across sentences.</summary>
internal sealed class Quotation(string text)
{
    // A speaker is remembered for the paragraph after his own: news sets long quotations in paragraphs of their own.
    private const int ParagraphsRemembered = 1;

    private bool _open;
    private bool _single;
    private int _at;
    private int _paragraph;
    private Voice? _speaker;
    private int _spokenIn;

    /// <summary>
    /// The voice that a sentence begins in: the last speaker's for certain if a quotation is open, and if one opens with
    /// the sentence his unless the sentence names another.
    /// </summary>
    public (Voice Voice, bool IsCertain) Open(TextSpan sentence)
    {
        Advance(sentence.Start);
        if (_speaker is null || _paragraph - _spokenIn > ParagraphsRemembered) return (Voice.Author, true);
        if (_open) return (_speaker, true);
        return sentence.Length > 0 && text[sentence.Start] is '"' or '“' or '‘' ? (_speaker, false) : (Voice.Author, true);
    }

    /// <summary>Notes who was the last to speak in the sentence.</summary>
    public void Close(TextSpan sentence, Voice? speaker)
    {
        if (speaker is not null) (_speaker, _spokenIn) = (speaker with { Kind = null, Condition = null, CueToken = -1, SourceLevel = Factuality.Certain }, _paragraph);
        Advance(sentence.End);
    }

    private void Advance(int to)
    {
        for (; _at < to && _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == '\n') (_open, _paragraph) = (false, _paragraph + 1);
            else if (c == '"') _open = !_open;
            else if (c == '“') _open = true;
            else if (c == '”') _open = false;
            else if (c == '‘' && (_at == 0 || !char.IsLetter(text[_at - 1]))) (_open, _single) = (true, true);
            else if (c == '’' && _single && (_at + 1 >= text.Length || !char.IsLetter(text[_at + 1]))) (_open, _single) = (false, false);
        }
    }
}
