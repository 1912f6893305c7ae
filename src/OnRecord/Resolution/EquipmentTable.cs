using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>A model of equipment.</summary>
/// <param name="Designation">Its designation: <c>MIM-104 Patriot</c>.</param>
/// <param name="Class">Its class: <c>air defence</c>.</param>
internal sealed record EquipmentModel(string Designation, string Class);

/// <summary>Models of equipment by the names that reports use.</summary>
internal sealed class EquipmentTable
{
    private const int LongestName = 6;
    private readonly Dictionary<string, EquipmentModel> byName = new(StringComparer.Ordinal);

    public EquipmentTable(Lexicon equipment)
    {
        foreach (var row in equipment.Rows)
        {
            var model = new EquipmentModel(row[0], row[1]);
            foreach (var name in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                byName.TryAdd(Fold(name), model);
            }
        }
    }

    /// <summary>The first model named in some words, the longest name at one place; null where none is.</summary>
    public EquipmentModel? Find(string text)
    {
        var words = text.Split([' ', '\u00a0', '\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var first = 0; first < Math.Min(words.Length, 60); first++)
        {
            for (var length = Math.Min(LongestName, words.Length - first); length > 0; length--)
            {
                // Names of models begin with a capital or a figure: a "hawk" and a "caesar" in small letters are none.
                var name = string.Join(' ', words, first, length);
                if (!char.IsLower(name.TrimStart('"', '“', '(', '\'')[..1].FirstOrDefault('a')) && (byName.GetValueOrDefault(Fold(name)) ?? byName.GetValueOrDefault(Fold(name).TrimEnd('s'))) is { } model)
                {
                    return model;
                }
            }
        }
        return null;
    }

    private static string Fold(string name) => NameFold.Fold(name.Trim('(', ')', ';', ':')).Replace("/", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
}
