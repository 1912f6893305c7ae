namespace OnRecord.Attribution;

/// <summary>
/// Tells what is done every day from what is undertaken: "the campaign has spent $2 million", "the party raised $5 million", "the driver pays $38 a month", "firms that employ
/// 9,000 workers", "she gave her guests food". States and bodies that give, lend or pay to others are no such dealings, nor is anything that is still to come.
/// </summary>
internal sealed class OrdinaryDealings(CommitmentContext context)
{
    private readonly ReportWords words = context.Words;

    /// <summary>Whether a deed with these givers and things is an ordinary dealing and no undertaking.</summary>
    public bool Are(int verb, string status, IReadOnlyList<CommitmentParty> givers, IReadOnlyList<CommitmentItem> things, CommitmentParty? receiver)
    {
        var lemma = words.Tokens[verb].Lemma;
        var isDone = status is "delivered" or "under_way";
        var byState = givers.Any(IsState);
        var toState = receiver is not null && IsState(receiver);
        if (givers.All(g => g.IsPerson) && !things.Any(t => t.Money is not null && lemma is "donate" or "give" or "pledge" or "contribute" or "gift" or "promise" or "commit" or "bequeath" or "offer" or "lend")
            && (isDone || lemma is "offer" or "propose" or "outline" or "present" or "share" or "deliver" or "introduce"))
        {
            // "the guest gave her food", "the senator delivered lines", "the lobbyist offered training"
            return true;
        }
        if (!isDone)
        {
            return false;
        }
        if (words.Tokens[verb] is { Relation: "acl:relcl", Xpos: "VBP" or "VBZ" } && words.Child(verb, "aux") < 0)
        {
            // "allies who ship steel": what they do as a rule.
            return true;
        }
        return lemma switch
        {
            // What was spent, gathered or earned is gone; who is employed is no guest.
            "spend" or "raise" or "employ" or "hire" or "recruit" or "generate" or "produce" or "feature" => !things.Any(IsOfForces),
            "pay" or "repay" or "reimburse" or "refund" => !(byState && toState) && !(byState && receiver is { Named: true, IsPerson: false }),
            "buy" or "purchase" or "order" or "acquire" or "procure" or "import" or "lease" => !byState || things.All(t => t.Quantity is null && t.Money is null),
            "sell" or "export" => !byState && !toState,
            "invest" or "inject" or "pump" or "plough" or "finance" or "fund" => things.All(t => t.Money is null),
            "evacuate" => !byState,
            "welcome" or "receive" or "accept" or "admit" or "host" => things.All(t => t.Quantity is null),
            "supply" or "provide" or "deliver" or "share" or "return" or "distribute" => !byState && receiver is null && things.All(t => t.Money is null && t.Kinds.Count == 0),
            _ => false,
        };
    }

    // "has spent 2 % on defence" is what the armed forces get.
    private bool IsOfForces(CommitmentItem thing) => words.Lower[thing.Head] is "defence" or "defense" or "military" || thing.Kinds is ["equipment", ..] or ["troops", ..];

    private static bool IsState(CommitmentParty party) => party.Key.Length == 2 && party.Key.All(char.IsAsciiLetterUpper);
}
