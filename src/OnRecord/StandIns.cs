using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Text;

// An inert step that lets the journey compile before the real one is there. Deleted when it lands.
namespace OnRecord.StandIns;

/// <summary>Finds no word.</summary>
public sealed class Parser
{
    /// <summary>No model.</summary>
    public string ModelSha256 { get; } = new('0', 64);

    /// <summary>Needs nothing.</summary>
    public static Parser Load(DataFile data, Limits limits) => new();

    /// <summary>No token.</summary>
    public ParsedReport Parse(Report report) => new() { Report = report, Tokens = [], Sentences = [], Mentions = [], Roles = [] };
}
