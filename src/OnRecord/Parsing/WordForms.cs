using System.Text;
using OnRecord.Parsing.Models;

namespace OnRecord.Parsing;

/// <summary>What the parser asks of a word form again and again; made once for each form.</summary>
internal sealed class WordForm
{
    /// <summary>The characters.</summary>
    public required string Form { get; init; }

    /// <summary>The characters in lower case.</summary>
    public required string Lower { get; init; }

    /// <summary>How often the form stands in a cue, 1 (hardly) to 7; 0 where it was not counted.</summary>
    public required byte Cue { get; init; }

    /// <summary>1: begins with a capital, 2: all capitals, 4: begins with a digit, 8: begins with a mark.</summary>
    public required byte Letters { get; init; }

    /// <summary>Which quotation mark it is.</summary>
    public required QuotationMark Mark { get; init; }

    /// <summary>Lemmas found so far, by number of the Penn tag.</summary>
    public List<(byte Xpos, string Lemma)> Lemmas { get; } = [];
}

/// <summary>What a token is as a quotation mark.</summary>
internal enum QuotationMark : byte
{
    /// <summary>None.</summary>
    None,
    /// <summary>Opens: “ `` „ «.</summary>
    Opening,
    /// <summary>Closes: ” ».</summary>
    Closing,
    /// <summary>Either, by turns: " ''.</summary>
    Symmetric,
}

/// <summary>The word forms met so far, so that a text allocates nothing for a word that was seen before. Belongs to one thread; bounded.</summary>
internal sealed class WordForms
{
    private const int MostForms = 40_000;
    private const int LongestKept = 64;
    private readonly Dictionary<string, WordForm> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly WordTable cueWords;
    private readonly ReadOnlyMemory<byte> cueBuckets;

    /// <summary>Takes the cue lexicon of a model.</summary>
    public WordForms(ModelFile model)
    {
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        cueWords = new WordTable(model.Text("cuelex.words"));
        cueBuckets = model.Int8Memory("cuelex.bucket");
    }

    /// <summary>The form of these characters.</summary>
    public WordForm this[ReadOnlySpan<char> form]
    {
        get
        {
            if (!lookup.TryGetValue(form, out var word))
            {
                word = Make(form.ToString());
                if (form.Length <= LongestKept)
                {
                    known.Add(word.Form, word);
                }
            }
            return word;
        }
    }

    /// <summary>Forgets all forms where more than 40,000 are kept: called between reports.</summary>
    public void Trim()
    {
        if (known.Count > MostForms)
        {
            known.Clear();
        }
    }

    private WordForm Make(string form)
    {
        var lower = form.ToLowerInvariant();
        var cue = cueWords.Find(lower);
        var first = CharKinds.At(form, 0, out _);
        var digit = Rune.DecodeFromUtf16(form, out var rune, out _) == System.Buffers.OperationStatus.Done && CharKinds.IsDigit(rune);
        return new WordForm
        {
            Form = form,
            Lower = lower,
            Cue = cue < 0 ? (byte)0 : cueBuckets.Span[cue],
            Letters = (byte)((CharKinds.IsUpper(form, 0) ? 1 : 0) + (IsAllUpper(form) ? 2 : 0) + (digit ? 4 : 0) + ((first & (CharKind.Letter | CharKind.Digit)) == CharKind.Other ? 8 : 0)),
            Mark = form switch
            {
                "“" or "``" or "„" or "«" => QuotationMark.Opening,
                "”" or "»" => QuotationMark.Closing,
                "\"" or "''" => QuotationMark.Symmetric,
                _ => QuotationMark.None,
            },
        };
    }

    // At least one capital, and no small letter.
    private static bool IsAllUpper(string form)
    {
        var any = false;
        foreach (var rune in form.EnumerateRunes())
        {
            if (CharKinds.IsLower(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.TitlecaseLetter)
            {
                return false;
            }
            any |= CharKinds.IsUpper(rune);
        }
        return any;
    }
}
