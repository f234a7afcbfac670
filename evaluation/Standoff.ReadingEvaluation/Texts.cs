using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.ReadingEvaluation;

/// <summary>Files as documents.</summary>
internal static class Texts
{
    public static Document Document(string file) => DocumentReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)) switch
    {
        DocumentResult.Read read => read.Document,
        DocumentResult.Refused refused => throw new InvalidDataException(refused.Reason),
        _ => throw new InvalidDataException(file),
    };

    public static Standoff.Reading.Claims.Reading Read(string file) => ClaimReader.Read(Document(file), ReaderOptions.Default);
}
