using System.IO.Compression;
using System.Text;
using OnRecord.Reading;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Reading;

public sealed class SnapshotReaderTests
{
    private static readonly SnapshotReader Reader = new(Limits.Default);

    [Fact]
    public void A_text_file_is_one_snapshot_named_by_its_hash()
    {
        var reading = Read("a/note.txt", "Oslo will pay.");
        var snapshot = Assert.Single(reading.Snapshots);
        Assert.Equal("text/plain", snapshot.MediaType);
        Assert.Equal("a/note.txt", snapshot.Path);
        Assert.Equal(ContentKey.Of("Oslo will pay."), snapshot.Key);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Known_bytes_have_the_published_hash() =>
        // FIPS 180-2, appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentKey.Of("abc"));

    [Fact]
    public void Each_article_of_an_array_is_a_snapshot_with_its_own_bytes()
    {
        var reading = Read("news.json", """[{"text":"One."}, {"text":"Two.","url":"https://example.org/2"}]""");
        Assert.Equal(2, reading.Snapshots.Count);
        Assert.Equal("news.json#2", reading.Snapshots[1].Path);
        Assert.Equal("""{"text":"One."}""", Encoding.UTF8.GetString(reading.Snapshots[0].Bytes.Span));
        Assert.Equal("https://example.org/2", reading.Snapshots[1].Address);
    }

    [Fact]
    public void A_bad_line_is_named_and_the_others_are_read()
    {
        var reading = Read("news.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\n\n{\"text\":\"Three.\"}\n");
        Assert.Equal(["news.jsonl#1", "news.jsonl#4"], reading.Snapshots.Select(snapshot => snapshot.Path));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal("bad-json", problem.Kind);
        Assert.StartsWith("news.jsonl, line 2", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_an_array_keeps_the_articles_before_it()
    {
        var reading = Read("news.json", """[{"text":"One."}, {"text":}]""");
        Assert.Single(reading.Snapshots);
        Assert.Equal("bad-json", Assert.Single(reading.Problems).Kind);
    }

    [Fact]
    public void One_object_a_line_is_read_whatever_the_file_is_called() =>
        Assert.Equal(2, Read("news.json", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n").Snapshots.Count);

    [Fact]
    public void An_object_without_text_is_no_article() =>
        Assert.Equal("no-article", Assert.Single(Read("x.json", """{"title":"Nothing"}""").Problems).Kind);

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        var reading = Read("deep.json", new string('[', 100_000));
        Assert.Empty(reading.Snapshots);
        Assert.Equal("too-deep", Assert.Single(reading.Problems).Kind);
    }

    [Fact]
    public void A_packed_file_is_read_like_the_file_in_it()
    {
        var reading = Reader.Read("note.txt.gz", Pack("Oslo will pay."u8.ToArray()));
        Assert.Equal("Oslo will pay.", Encoding.UTF8.GetString(Assert.Single(reading.Snapshots).Bytes.Span));
    }

    [Fact]
    public void Members_one_after_the_other_are_one_file()
    {
        var packed = Pack("{\"text\":\"One.\"}\n"u8.ToArray()).Concat(Pack("{\"text\":\"Two.\"}\n"u8.ToArray())).ToArray();
        Assert.Equal(2, Reader.Read("news.jsonl.gz", packed).Snapshots.Count);
    }

    [Fact]
    public void A_cut_packed_file_is_named()
    {
        var whole = Pack(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5000))));
        foreach (var length in new[] { 5, 20, whole.Length / 2, whole.Length - 6, whole.Length - 1 })
        {
            var reading = Reader.Read("note.txt.gz", whole.AsMemory(0, length));
            Assert.Empty(reading.Snapshots);
            Assert.Equal("damaged-gzip", Assert.Single(reading.Problems).Kind);
        }
    }

    [Fact]
    public void A_gzip_bomb_stops_at_the_limit()
    {
        var reader = new SnapshotReader(Limits.Default with { Bytes = 1000 });
        var reading = reader.Read("bomb.gz", Pack(new byte[100_000]));
        Assert.Empty(reading.Snapshots);
        Assert.Equal("too-large", Assert.Single(reading.Problems).Kind);
    }

    [Fact]
    public void A_file_behind_the_limit_on_documents_is_said_to_be_cut()
    {
        var reader = new SnapshotReader(Limits.Default with { Documents = 1 });
        var reading = reader.Read("news.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"u8.ToArray());
        Assert.Single(reading.Snapshots);
        Assert.Equal("too-many-documents", Assert.Single(reading.Problems).Kind);
    }

    [Theory]
    [InlineData("page", "<!DOCTYPE html><p>Oslo will pay.", "text/html")]
    [InlineData("page", "  <html><body>Oslo", "text/html")]
    [InlineData("note", "Oslo will pay.", "text/plain")]
    [InlineData("note", "[1] Oslo will pay.", "text/plain")]
    [InlineData("article", "{\"text\":\"Oslo\"}", "application/json")]
    public void Without_an_ending_the_content_tells(string path, string content, string mediaType) =>
        Assert.Equal(mediaType, Assert.Single(Read(path, content).Snapshots).MediaType);

    [Fact]
    public void A_picture_is_refused_whatever_it_is_called() =>
        Assert.Equal("foreign-format", Assert.Single(Reader.Read("photo.txt", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }).Problems).Kind);

    [Fact]
    public void An_empty_file_is_named() => Assert.Equal("empty", Assert.Single(Read("x.txt", "").Problems).Kind);

    private static SnapshotReading Read(string path, string content) => Reader.Read(path, Encoding.UTF8.GetBytes(content));

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }
        return packed.ToArray();
    }
}
