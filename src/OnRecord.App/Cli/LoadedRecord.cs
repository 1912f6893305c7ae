using OnRecord.Recording;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary>A record of many reports with what people decided about it.</summary>
/// <param name="Record">The reports, with the decisions applied.</param>
/// <param name="Book">The decisions.</param>
/// <param name="Ledger">Those that the ledger applies.</param>
/// <param name="Code">Exit status so far.</param>
internal sealed record LoadedRecord(NewsRecord Record, DecisionBook Book, LedgerDecisions Ledger, int Code);
