using System.Text;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Who the members of a body are.</summary>
internal enum MemberKind
{
    /// <summary>States: an alliance, a union, a body of the UN.</summary>
    States,
    /// <summary>States that have ratified it.</summary>
    Treaty,
    /// <summary>Persons: a party, a parliament, a movement.</summary>
    People,
    /// <summary>States or persons: a council, a committee.</summary>
    Either,
}

/// <summary>A body with members, as it stands in a report.</summary>
/// <param name="Words">The words that name it.</param>
/// <param name="Kind">Who its members are.</param>
internal sealed record MemberBody(TokenRange Words, MemberKind Kind);

/// <summary>The bodies that have members: alliances, unions, groups of states and bodies of the UN (<c>facts/organisations.tsv</c>), treaties, parties, parliaments (<c>member_bodies.tsv</c>), and the nouns that head such names.</summary>
internal sealed class MembershipOrganisations
{
    private const int Longest = 8;
    private const int ShortAcronym = 3;
    private readonly Dictionary<string, (MemberKind Kind, string[] StandIns)> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> partyWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (MemberKind Kind, bool Joined)> nouns = new(StringComparer.Ordinal);

    private MembershipOrganisations(string table, string bodies, string heads)
    {
        foreach (var row in Lexicon.Parse("organisations.tsv", table, 4).Rows)
        {
            // A group at home in one country (a movement, a militia) has persons, a group of states has states.
            var ofStates = row.Length <= 4 || row[4].Length == 0;
            if (row[3] is not ("alliance" or "union" or "un" or "court" or "bank" or "group" or "party") || (!ofStates && row[3] is not ("group" or "party")))
            {
                continue;
            }
            var standIns = row.Length > 5 ? row[5].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];
            foreach (var name in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[1]))
            {
                names[name.ToLowerInvariant()] = (ofStates && row[0] is not ("al-qaeda" or "isis") ? MemberKind.States : MemberKind.People, standIns);
            }
        }
        foreach (var row in Lexicon.Parse("member_bodies.tsv", bodies, 3).Rows)
        {
            if (row[1] == "party_word")
            {
                partyWords.Add(row[0]);
            }
            else
            {
                names[row[0]] = (Kind(row[1]), row.Length > 3 ? row[3].Split('|', StringSplitOptions.RemoveEmptyEntries) : []);
            }
        }
        foreach (var row in Lexicon.Parse("member_nouns.tsv", heads, 3).Rows)
        {
            nouns[row[0]] = (Kind(row[1]), row[2] == "joined");
        }
    }

    public static MembershipOrganisations Load(DataFile data) =>
        new(Encoding.UTF8.GetString(data("facts/organisations.tsv").Span), CommitmentLexicon.Read(data, "member_bodies.tsv"), CommitmentLexicon.Read(data, "member_nouns.tsv"));

    /// <summary>Whether a word stands for a party beside an office or behind "a": "Republican".</summary>
    public bool IsPartyWord(string lower) => partyWords.Contains(lower);

    /// <summary>Whether a noun can head the name of a body ("committee"), with the kind of its members, and whether joining and leaving it alone tells of a membership.</summary>
    public bool IsNoun(string lower, out MemberKind kind, out bool joined)
    {
        var known = nouns.TryGetValue(lower, out var entry);
        (kind, joined) = entry;
        return known;
    }

    /// <summary>Whether a noun stands for the body of a name: "the bloc" for the European Union.</summary>
    public bool StandsFor(ReportWords words, TokenRange name, string noun) => names.TryGetValue(Text(words, name), out var entry) && entry.StandIns.Contains(noun);

    /// <summary>For each token the body whose name it is part of, or null.</summary>
    public MemberBody?[] Read(ReportWords words)
    {
        var found = new MemberBody?[words.Tokens.Count];
        for (var i = 0; i < found.Length;)
        {
            var (length, kind) = (0, MemberKind.States);
            for (var n = 1; char.IsUpper(words.Tokens[i].Form[0]) && n <= Longest && i + n <= found.Length && words.SentenceOf[i + n - 1] == words.SentenceOf[i]; n++)
            {
                if (names.TryGetValue(Text(words, new TokenRange(i, i + n)), out var entry) && (n > 1 || words.Lower[i].Length > ShortAcronym || words.Tokens[i].Form == words.Tokens[i].Form.ToUpperInvariant()))
                {
                    (length, kind) = (n, entry.Kind);
                }
            }
            for (var n = 0; n < length; n++)
            {
                found[i + n] = new MemberBody(new TokenRange(i, i + length), kind);
            }
            i += Math.Max(1, length);
        }
        return found;
    }

    private static MemberKind Kind(string word) => word switch
    {
        "treaty" => MemberKind.Treaty,
        "people" => MemberKind.People,
        "either" => MemberKind.Either,
        _ => MemberKind.States,
    };

    private static string Text(ReportWords words, TokenRange range)
    {
        if (range.Length == 1)
        {
            return words.Lower[range.First];
        }
        var name = new StringBuilder();
        for (var i = range.First; i < range.End; i++)
        {
            name.Append(i > range.First && words.Tokens[i].Span.Start > words.Tokens[i - 1].Span.End ? " " : "").Append(words.Lower[i]);
        }
        return name.ToString();
    }
}
