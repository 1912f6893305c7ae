using OnRecord.Recording;

namespace OnRecord.App.Terminal;

/// <summary>Values of the ledger in words for a person.</summary>
internal static class LedgerWording
{
    /// <summary>Whether a number counts, and why: <c>yes</c>, <c>no: part of 3f9c2a1b0d4e</c>.</summary>
    public static string Reason(CountVerdict verdict) => verdict.Reason switch
    {
        CountReason.Counts => "yes",
        CountReason.NoNumber => "no: states no number of this kind",
        CountReason.IsTotal => "no: total",
        CountReason.IsSubtotal => "no: subtotal",
        CountReason.IsComponent => "no: part of a package",
        CountReason.IsPart => $"no: part of {Short(verdict)}",
        CountReason.PartsCount => "no: its parts count",
        CountReason.IsRepetition => "no: repetition",
        CountReason.IsSuperseded => verdict.Other is null ? "no: superseded" : $"no: superseded by {Short(verdict)}",
        CountReason.IsNotFirm => "no: not firm",
        CountReason.IsOver => "no: paused, ended or turned down",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.Reason, "No words are known for this reason."),
    };

    /// <summary>What a person's last look for news found. <em>Not looked at</em> is never shown as <em>no progress</em>.</summary>
    public static string Checked(LedgerCheck? check) => check switch
    {
        null => "not looked at",
        { FoundNews: true } => "news found",
        _ => "looked, nothing new",
    };

    private static string Short(CountVerdict verdict) => verdict.Other is { } key ? key[..12] : "another entry";
}
