using Standoff.Reading.Text;
using Standoff.Storage;
using Xunit;

namespace Standoff.Tests.Storage;

public sealed class CaseFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-case-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_document_comes_back_byte_for_byte_with_what_was_said_of_it()
    {
        var bytes = "DATE: 2025-12-01\r\nIt's a \"test\".\r\n"u8.ToArray();
        var date = new DateOnly(2025, 12, 1);
        using (var made = CaseFolder.Open(_folder))
        {
            Assert.True(made.Add(Document(bytes), "it's: a file.txt", date, bytes));
            Assert.False(made.Add(Document(bytes), "copy.txt", null, bytes));
            made.SaveCase();
        }
        using var again = CaseFolder.Open(_folder);
        var stored = Assert.Single(again.Documents());
        Assert.Equal(bytes, stored.Bytes);
        Assert.Equal(("it's: a file.txt", date), (stored.Name, stored.Date));
        Assert.Equal("s-1", again.DocumentAliases[Document(bytes).Id]);
    }

    [Fact]
    public void Two_processes_do_not_work_on_one_case()
    {
        using var first = CaseFolder.Open(_folder);
        Assert.Throws<CaseLockedException>(() => CaseFolder.Open(_folder));
    }

    [Fact]
    public void The_lock_goes_with_its_holder()
    {
        CaseFolder.Open(_folder).Dispose();
        using var again = CaseFolder.Open(_folder);
        Assert.Equal(_folder, again.Path);
    }

    [Fact]
    public void A_line_of_the_case_file_that_is_not_understood_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "case.yaml"), "schema: standoff-case/1\nnonsense\n");
        var fault = Assert.Throws<CaseFileException>(() => CaseFolder.Open(_folder));
        Assert.Equal((2, "'nonsense' is not understood"), (fault.Line, fault.Reason));
    }

    [Fact]
    public void The_run_before_is_the_one_that_it_followed()
    {
        using var made = CaseFolder.Open(_folder);
        Assert.Null(made.RunBefore("r1"));
        made.Save("r1", [new("envelope.json", "one"u8.ToArray())]);
        Assert.Null(made.RunBefore("r1"));
        Assert.Equal("one"u8.ToArray(), made.RunBefore("r2"));
        made.Save("r2", [new("envelope.json", "two"u8.ToArray())]);
        Assert.Equal("one"u8.ToArray(), made.RunBefore("r2"));
        Assert.Equal("two"u8.ToArray(), made.RunBefore("r3"));
    }

    private static Document Document(byte[] bytes) => Assert.IsType<DocumentResult.Read>(DocumentReader.Read(bytes, "a.txt")).Document;
}
