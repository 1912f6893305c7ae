using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>One undertaking in the ledger: everything here follows from its members, the links and the question asked.</summary>
public sealed record LedgerEntry
{
    /// <summary>Key of its earliest record. The key of any member finds it.</summary>
    public required string Key { get; init; }

    /// <summary>The records that speak of it, by date.</summary>
    public required IReadOnlyList<Member<Commitment>> Members { get; init; }

    /// <summary>The record that says most.</summary>
    public required Commitment Best { get; init; }

    /// <summary>Where the evidence puts it.</summary>
    public required Stage Stage { get; init; }

    /// <summary>How it came there, oldest first; each step names the record that moved it.</summary>
    public required IReadOnlyList<StageStep> History { get; init; }

    /// <summary><c>overdue</c>, <c>disputed</c>, <c>denied</c>, <c>unverifiable</c>, <c>condition: open</c>, <c>condition: met</c>, <c>condition: failed</c>.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>The last day on which it was to be done, by the newest word on it; null where none is stated.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What must happen first, with what became of it.</summary>
    public IReadOnlyList<LedgerCondition> Conditions { get; init; } = [];

    /// <summary>Denials of it.</summary>
    public IReadOnlyList<LedgerDenial> Denials { get; init; } = [];

    /// <summary>Who says that it was delivered; empty where nobody does.</summary>
    public IReadOnlyList<string> ConfirmedBy { get; init; } = [];

    /// <summary>When a person last looked for news of it; null says that nobody did, never that there was no progress.</summary>
    public LedgerCheck? Checked { get; init; }

    /// <summary>Independent origins: copies and relays of one source are one.</summary>
    public required int Origins { get; init; }

    /// <summary>Links that lead from this entry to others, and between its own members.</summary>
    public IReadOnlyList<CommitmentLink> Links { get; init; } = [];

    /// <summary>Whether its sum of money counts in a total, or why not.</summary>
    public required CountVerdict CountsMoney { get; init; }

    /// <summary>Whether its number of things counts in a total, or why not.</summary>
    public required CountVerdict CountsQuantity { get; init; }

    /// <summary>Whether all its records were accepted by a person, some, or none: only accepted ones reach published totals.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Whether it counts in sums of money where it has one, else in sums of things.</summary>
    public CountReason Counts => (Best.Amount is { Value: not null } ? CountsMoney : CountsQuantity).Reason;

    /// <summary>Donors, recipient, quantity or amount, and item in one line.</summary>
    public string Summary
    {
        get
        {
            var number = Best.Amount?.Text ?? Best.Quantity?.Text;
            var item = number is null || Best.Item.Text.Contains(number, StringComparison.OrdinalIgnoreCase) ? Best.Item.Text : $"{number} {Best.Item.Text}";
            return $"{string.Join(", ", Best.Donors.Select(d => d.Name))} -> {Best.Recipient?.Name ?? "(recipient not stated)"}: {item}";
        }
    }
}

/// <summary>One step of a commitment's way.</summary>
/// <param name="Stage">The stage it came to.</param>
/// <param name="On">The day of the event, or null where no day is known.</param>
/// <param name="Known">The day of the report that tells it, or null.</param>
/// <param name="Member">The record that moved it.</param>
/// <param name="Why">What in it did, in words for a person.</param>
public sealed record StageStep(Stage Stage, DateOnly? On, DateOnly? Known, Member<Commitment> Member, string Why);

/// <summary>What must happen before a commitment holds.</summary>
/// <param name="Member">The record that states it.</param>
/// <param name="Text">Its words.</param>
/// <param name="State"><c>open</c>, <c>met</c> or <c>failed</c>.</param>
/// <param name="Evidence">The passage that met or failed it; null while it is open.</param>
public sealed record LedgerCondition(Member<Commitment> Member, string Text, string State, Passage? Evidence);

/// <summary>A statement that denies a commitment.</summary>
/// <param name="Speaker">Who denies.</param>
/// <param name="ByDonor">Whether the speaker is the donor.</param>
/// <param name="Evidence">The passage.</param>
public sealed record LedgerDenial(string Speaker, bool ByDonor, Passage Evidence);

/// <summary>Whether an entry is added up, and why.</summary>
/// <param name="Reason">The rule.</param>
/// <param name="Other">Key of the entry that counts in its place, or null.</param>
public sealed record CountVerdict(CountReason Reason, string? Other = null)
{
    /// <summary>Whether it is added up.</summary>
    public bool Counts => Reason == CountReason.Counts;
}

/// <summary>Why an entry of the ledger is, or is not, added up.</summary>
public enum CountReason
{
    /// <summary>It counts.</summary>
    Counts,
    /// <summary>It states no number of this kind.</summary>
    NoNumber,
    /// <summary>It sums up other entries.</summary>
    IsTotal,
    /// <summary>It sums up some other entries.</summary>
    IsSubtotal,
    /// <summary>It is part of a package that counts.</summary>
    IsComponent,
    /// <summary>It is part of another entry that counts.</summary>
    IsPart,
    /// <summary>Its parts are all known and count one by one.</summary>
    PartsCount,
    /// <summary>It was said before.</summary>
    IsRepetition,
    /// <summary>A newer entry has its number, or came in its place.</summary>
    IsSuperseded,
    /// <summary>It is only considered, or not confirmed.</summary>
    IsNotFirm,
    /// <summary>It was paused, ended or turned down.</summary>
    IsOver,
}
