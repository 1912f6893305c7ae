using System.Text;

namespace OnRecord.Parsing.Models;

/// <summary>A sorted list of words in the model's memory. Looking one up halves the list; nothing is built but the line starts.</summary>
internal sealed class WordTable
{
    private readonly ReadOnlyMemory<byte> text;
    private readonly int[] starts;

    /// <summary>Takes a list in ordinal UTF-8 order, entries parted by line feeds.</summary>
    public WordTable(ReadOnlyMemory<byte> text)
    {
        this.text = text;
        starts = LineStarts(text.Span);
    }

    /// <summary>Where each line begins, and at the end the place behind the last line's (perhaps missing) line feed.</summary>
    internal static int[] LineStarts(ReadOnlySpan<byte> span)
    {
        var list = new List<int>(span.Length / 8) { 0 };
        for (var at = 0; at < span.Length;)
        {
            var next = span[at..].IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }
            at += next + 1;
            list.Add(at);
        }
        return [.. list, span.Length + 1];
    }

    /// <summary>Place of a word, from 0, or -1 where the list lacks it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<byte> buffer = stackalloc byte[256];
        if (word.Length > 80)
        {
            return -1;
        }
        var key = buffer[..Encoding.UTF8.GetBytes(word, buffer)];
        var span = text.Span;
        var (low, high) = (0, starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = span[starts[middle]..(starts[middle + 1] - 1)].SequenceCompareTo(key);
            if (order == 0)
            {
                return middle;
            }
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }
        return -1;
    }
}
