using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Turns claimed statements into records.</summary>
internal sealed class StatementResolver
{
    private readonly ReportContext context;
    private readonly SpeakerResolver speakerResolver;

    public StatementResolver(ReportContext context) => (this.context, speakerResolver) = (context, new SpeakerResolver(context));

    /// <summary>One record a claim, in claim order; null for a claim whose roles repeat those of an earlier one.</summary>
    public List<Statement?> Resolve()
    {
        var claims = context.Claims.Statements;
        var keys = new string?[claims.Count];
        for (var k = 0; k < claims.Count; k++)
        {
            keys[k] = context.Keys.Make("statement", claims[k].Source, claims[k].Cue, claims[k].Content);
        }
        var statements = new List<Statement?>(claims.Count);
        for (var k = 0; k < claims.Count; k++)
        {
            statements.Add(keys[k] is { } key ? Resolve(k, key, keys) : null);
        }
        return statements;
    }

    private Statement Resolve(int number, string key, string?[] keys)
    {
        var claim = context.Claims.Statements[number];
        var (speaker, speakers) = SpeakerResolver.Describe(speakerResolver.Find(number));
        return new Statement
        {
            Id = key,
            Type = claim.Type switch { StatementType.Direct => "direct", StatementType.Mixed => "mixed", _ => "indirect" },
            Speaker = speaker,
            Speakers = speakers,
            Source = claim.Source,
            Cue = claim.Cue,
            Content = claim.Content,
            Attribution = claim.IsAttitude ? "attitude" : "speech",
            Act = claim.Act,
            Addressee = claim.Addressee is { } addressee ? context.Party(addressee) : null,
            ReportedBy = Chain(claim.ReportedBy),
            When = context.Dates.Resolve(claim.When ?? SayingTime.Find(context, claim), claim.Modality == "future" ? TenseHint.Future : TenseHint.Past),
            Condition = context.Phrase(claim.Condition),
            Occasion = context.Phrase(claim.Occasion),
            Place = claim.Place is { } place ? context.Phrase(place) : null,
            Negated = claim.Negated,
            Modality = claim.Modality,
            Quoted = claim.Quoted,
            Fidelity = claim.Fidelity,
            Continues = claim.Continues is { } before ? keys[before] : null,
            Inside = claim.Inside is { } outer ? keys[outer] : null,
            Confidence = claim.Confidence,
        };
    }

    private List<NamedParty> Chain(IReadOnlyList<Span> words)
    {
        var chain = new List<NamedParty>();
        foreach (var span in words)
        {
            if (context.Names.Relay(span) is not { } name)
            {
                continue;
            }
            var party = new NamedParty(name, [span]);
            if (!chain.Exists(p => p.Name == party.Name))
            {
                chain.Add(party);
            }
        }
        return chain;
    }
}
