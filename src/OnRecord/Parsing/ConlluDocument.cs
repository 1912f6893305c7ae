using System.Security.Cryptography;
using System.Text;
using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>A document whose words and sentences are given: what a CoNLL-U file says of its text, without tags and heads.</summary>
public sealed record ConlluDocument
{
    /// <summary>Name from <c># newdoc id</c>, or the file's where it has none.</summary>
    public required string Id { get; init; }

    /// <summary>The text put together from the words and their <c>SpaceAfter</c>; paragraphs are parted by line feeds, sentences by blanks.</summary>
    public required string Text { get; init; }

    /// <summary>All words in text order.</summary>
    public required IReadOnlyList<ConlluWord> Words { get; init; }

    /// <summary>All sentences in text order; every word belongs to one.</summary>
    public required IReadOnlyList<ConlluSentence> Sentences { get; init; }

    /// <summary>The document as a report of one English body block.</summary>
    /// <param name="path">Where it came from, as the user named it.</param>
    public Report ToReport(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        return new Report
        {
            Id = Id,
            Key = hash,
            SnapshotKey = hash,
            Path = path,
            Text = Text,
            TextSha256 = hash,
            Blocks = Text.Length == 0 ? [] : [new Block(new Span(0, Text.Length), BlockKind.Body)],
            Published = StatedDate.NotStated,
            Language = "en",
        };
    }
}

/// <summary>A given word.</summary>
/// <param name="Span">Its characters in the document's text. A word of a contraction that is not spelt in it (<c>im</c>: I, am) has a share of its characters, which may be empty.</param>
/// <param name="Form">The word.</param>
public readonly record struct ConlluWord(Span Span, string Form);

/// <summary>A given sentence.</summary>
/// <param name="First">Number of its first word in the document.</param>
/// <param name="End">Number of the first word behind it.</param>
/// <param name="Id">Its <c># sent_id</c>, or null.</param>
/// <param name="StartsParagraph">Whether a paragraph begins with it.</param>
/// <param name="Contractions">Tokens of several words, in order.</param>
public sealed record ConlluSentence(int First, int End, string? Id, bool StartsParagraph, IReadOnlyList<Contraction> Contractions);

/// <summary>A token of several words: <c>don't</c>.</summary>
/// <param name="First">Number of its first word in the document.</param>
/// <param name="End">Number of the first word behind it.</param>
/// <param name="Form">The token as written.</param>
public readonly record struct Contraction(int First, int End, string Form);
