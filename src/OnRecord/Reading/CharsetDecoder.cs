using System.Globalization;
using System.Text;
using OnRecord.Reading.Languages;
using OnRecord.Text;

namespace OnRecord.Reading;

/// <summary>Turns a document's bytes into characters: by byte-order mark, by the declared charset, or by what the bytes themselves show.</summary>
public sealed class CharsetDecoder
{
    private const int FewSequences = 8;

    private readonly CharsetLabels labels;
    private readonly CharsetGuesser guesser;

    private CharsetDecoder(CharsetLabels labels, CharsetGuesser guesser)
    {
        this.labels = labels;
        this.guesser = guesser;
    }

    /// <summary>Reads the tables of labels and letters.</summary>
    /// <exception cref="FormatException">A table is damaged: the installation is broken.</exception>
    public static CharsetDecoder Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Load(data, LetterModel.Load(data));
    }

    /// <summary>Reads the tables of labels, for letters that are loaded already.</summary>
    internal static CharsetDecoder Load(DataFile data, LetterModel letters)
    {
        var labels = CharsetLabels.Load(data);
        return new CharsetDecoder(labels, new CharsetGuesser(labels, letters));
    }

    /// <summary>Decodes a snapshot as its media type asks: pages are searched for the charset they declare.</summary>
    public DecodedText Decode(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var bytes = snapshot.Bytes.Span;
        var (marked, length) = ByteOrder.Mark(bytes);
        var problems = new List<Problem>();
        if (marked is not null)
        {
            return Decode(snapshot, marked, bytes[length..], length, problems);
        }
        var declared = Declared(snapshot, problems);
        return Decode(snapshot, Choose(bytes, declared, problems, snapshot.Path), bytes, 0, problems);
    }

    private string? Declared(Snapshot snapshot, List<Problem> problems)
    {
        var label = snapshot.DeclaredCharset ?? (snapshot.MediaType == "text/html" ? MetaPrescan.Label(snapshot.Bytes.Span) : null);
        if (label is null)
        {
            return null;
        }
        var name = labels.NameOf(label);
        if (name is null or "replacement")
        {
            problems.Add(new Problem("reading", "unknown-charset", null, $"{snapshot.Path}: the charset \"{label}\" that the document declares is not one of the Encoding Standard; the bytes decided instead."));
            return null;
        }
        // HTML Standard, 13.2.3.2: a page that says UTF-16 in ASCII letters is not UTF-16.
        return name is "UTF-16LE" or "UTF-16BE" && snapshot.DeclaredCharset is null ? "UTF-8" : name;
    }

    private string Choose(ReadOnlySpan<byte> bytes, string? declared, List<Problem> problems, string path)
    {
        if (ByteOrder.Shape(bytes) is { } shape)
        {
            return shape;
        }
        var (sequences, invalid) = Utf8Sequences(bytes);
        if (declared is null)
        {
            // Some sequences and next to no invalid byte: UTF-8 with a fault in it. "caf\xE9" alone: an older encoding.
            return invalid == 0 ? CharsetGuesser.GuessAscii(bytes) : sequences > 20 * invalid ? "UTF-8" : guesser.Guess(bytes);
        }
        if (declared == "UTF-8" && invalid > 0 && sequences < invalid)
        {
            var guess = guesser.Guess(bytes);
            problems.Add(Belied(path, declared, guess));
            return guess;
        }
        // A page saved anew in UTF-8 keeps the label it had. Text of an older encoding that is valid UTF-8 throughout is not met in writing:
        // each letter would have to be a capital with tilde and a sign behind it.
        if (declared != "UTF-8" && invalid == 0 && sequences > (declared is "windows-1252" or "ISO-8859-15" ? 0 : FewSequences))
        {
            problems.Add(Belied(path, declared, "UTF-8"));
            return "UTF-8";
        }
        return declared;
    }

    private DecodedText Decode(Snapshot snapshot, string charset, ReadOnlySpan<byte> bytes, int offset, List<Problem> problems)
    {
        var invalid = new InvalidBytes();
        var text = labels.Decode(charset, bytes, invalid) ?? Encoding.Latin1.GetString(bytes);
        if (invalid.Count > 0)
        {
            var first = charset == "UTF-8" ? FirstInvalid(bytes) : invalid.First;
            problems.Add(new Problem("reading", "invalid-bytes", null, string.Create(CultureInfo.InvariantCulture, $"{snapshot.Path}, byte {first + offset}: not valid in {charset}; U+FFFD was put there and at {invalid.Count - 1} further places. Fetch the document again, or name its charset.")));
        }
        return new DecodedText(text, charset, problems);
    }

    private static Problem Belied(string path, string declared, string found) =>
        new("reading", "charset-belied", null, $"{path}: the document declares {declared}, its bytes are {found}; it was read as {found}.");

    // How many whole multi-byte sequences and how many invalid places.
    private static (int Sequences, int Invalid) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, invalid = 0;
        while (true)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return (sequences, invalid);
            }
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                invalid++;
            }
            bytes = bytes[consumed..];
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }
            at += consumed;
        }
        return -1;
    }
}
