using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Reading.Languages;

/// <summary>Scripts that tell a language by themselves (<c>data/charsets/scripts.tsv</c>).</summary>
internal sealed class ScriptTable
{
    private const string FileName = "charsets/scripts.tsv";

    private readonly (int First, int Last, string Tag)[] ranges;

    private ScriptTable((int First, int Last, string Tag)[] ranges) => this.ranges = ranges;

    /// <summary>Reads the table.</summary>
    public static ScriptTable Load(DataFile data) => new(
        [.. Lexicon.Parse(FileName, Encoding.UTF8.GetString(data(FileName).Span), 3).Rows.Select(row => (Number(row[0]), Number(row[1]), row[2]))]);

    /// <summary>The language of the letter's script, or null where several languages share it.</summary>
    public string? TagOf(char letter)
    {
        if (letter < ranges[0].First)
        {
            return null;
        }
        foreach (var (first, last, tag) in ranges)
        {
            if (letter >= first && letter <= last)
            {
                return tag;
            }
        }
        return null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
