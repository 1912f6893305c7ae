namespace OnRecord.Resolution;

/// <summary>What a name of the facts tables stands for.</summary>
/// <param name="Key">Entity key: <c>country:UA</c>, <c>organisation:nato</c>.</param>
/// <param name="Name">The name used for it.</param>
/// <param name="Kind"><c>country</c> or <c>organisation</c>.</param>
/// <param name="Country">ISO 3166 code of the country itself, or of the state that the body belongs to; null for international bodies.</param>
internal sealed record FactEntity(string Key, string Name, string Kind, string? Country);

/// <summary>Names with what they stand for. Case counts where it must: "US" is a country, "us" is not.</summary>
internal sealed class FactNames
{
    private readonly Dictionary<string, List<(string Written, FactEntity Entity)>> byFold = new(StringComparer.Ordinal);
    private readonly HashSet<char> smallBeginnings = [];

    /// <summary>Adds a name; one that stands for another entity already keeps its first meaning.</summary>
    public void Add(string name, FactEntity entity)
    {
        var fold = NameFold.Fold(name);
        if (fold.Length == 0)
        {
            return;
        }
        if (!byFold.TryGetValue(fold, out var entries))
        {
            byFold[fold] = entries = [];
        }
        entries.Add((name, entity));
        if (char.IsLower(Beginning(name)))
        {
            smallBeginnings.Add(Beginning(name));
        }
    }

    /// <summary>What a name stands for, or null.</summary>
    public FactEntity? Find(string name)
    {
        // Nearly all words asked for are no names: what begins with a small letter is turned away before it is folded.
        if (name.Length is 0 or > 120 || (Beginning(name) is var letter && char.IsLower(letter) && !smallBeginnings.Contains(letter)) || !byFold.TryGetValue(NameFold.Fold(name), out var entries))
        {
            return null;
        }
        foreach (var (written, entity) in entries)
        {
            if (IsWritten(name, written))
            {
                return entity;
            }
        }
        return null;
    }

    private static char Beginning(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && name.Length > 4 ? name[4] : name[0];

    // An acronym ("US", "WHO", "IS") must stand in capitals; any other name must begin with one, unless the table itself has it small.
    private static bool IsWritten(string name, string written)
    {
        var start = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        if (start >= name.Length)
        {
            return false;
        }
        if (IsCapitals(written))
        {
            return written.Length > 5 ? char.IsUpper(name[start]) : char.IsUpper(name[start]) && (name.Length - start < 2 || IsCapitals(name[start..]));
        }
        return char.IsLower(written[0]) || !char.IsLower(name[start]);
    }

    private static bool IsCapitals(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLower(letter) && letter != 's')
            {
                return false;
            }
        }
        return true;
    }
}
