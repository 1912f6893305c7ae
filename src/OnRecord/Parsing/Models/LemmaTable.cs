using System.Text;

namespace OnRecord.Parsing.Models;

/// <summary>Lines <c>form TAB tag TAB lemma</c> in the model's memory, in order of their UTF-8 bytes.</summary>
internal sealed class LemmaTable
{
    private const int LongestKey = 80;
    private readonly ReadOnlyMemory<byte> text;
    private readonly int[] starts;

    /// <summary>Takes a sorted table.</summary>
    public LemmaTable(ReadOnlyMemory<byte> text)
    {
        this.text = text;
        starts = WordTable.LineStarts(text.Span);
    }

    /// <summary>The lemma of a lower-case form under a tag, or null where the table lacks it.</summary>
    public string? Find(string form, string tag)
    {
        if (form.Length + tag.Length + 2 > LongestKey)
        {
            return null;
        }
        Span<byte> buffer = stackalloc byte[3 * LongestKey];
        var length = Encoding.UTF8.GetBytes(form, buffer);
        buffer[length++] = (byte)'\t';
        length += Encoding.UTF8.GetBytes(tag, buffer[length..]);
        buffer[length++] = (byte)'\t';
        var key = buffer[..length];
        var span = text.Span;
        var (low, high) = (0, starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var line = span[starts[middle]..(starts[middle + 1] - 1)];
            if (line.StartsWith(key))
            {
                return Encoding.UTF8.GetString(line[length..]);
            }
            (low, high) = line.SequenceCompareTo(key) < 0 ? (middle + 1, high) : (low, middle);
        }
        return null;
    }
}
