using System.CommandLine;
using System.Globalization;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary>The options that narrow down a list of records, shared by the commands that list.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> outlet = new("--outlet") { Description = "Only reports of this outlet (a part of its name).", HelpName = "NAME" };
    private readonly Option<string?> report = new("--report") { Description = "Only this report: its id, path or key.", HelpName = "REPORT" };
    private readonly Option<string?> since = new("--since") { Description = "Not before this day; a record without a date has that of its report.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string?> until = new("--until") { Description = "Not after this day.", HelpName = "YYYY-MM-DD" };
    private readonly Option<Standing?> standing = new("--standing") { Description = "Only records that people left in this state." };
    private readonly Option<double> minConfidence = Options.MinConfidence();
    private readonly Option<int> limit = new("--limit") { Description = "Most records to list.", DefaultValueFactory = _ => 1000, HelpName = "N" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        standing.AcceptOnlyFromAmong([.. Enum.GetNames<Standing>().Select(n => n.ToLowerInvariant())]);
        foreach (var day in new[] { since, until })
        {
            day.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !TryDay(token.Value, out _))
                {
                    result.AddError($"'{token.Value}' is no day; write it as 2024-07-09.");
                }
            });
        }
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit takes a number from 1.");
            }
        });
        foreach (var option in new Option[] { outlet, report, since, until, standing, minConfidence, limit })
        {
            command.Add(option);
        }
    }

    /// <summary>The filter that the options describe.</summary>
    /// <exception cref="UsageException">The report named is not in the record, or several are meant.</exception>
    public async Task<RecordFilter> FilterAsync(ParseResult parsed, IRecordStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(store);
        return new RecordFilter
        {
            Outlet = parsed.GetValue(outlet),
            ReportKey = parsed.GetValue(report) is { } name ? await ReportKeyAsync(store, name, cancellation) : null,
            From = Day(parsed.GetValue(since)),
            To = Day(parsed.GetValue(until)),
            Standing = parsed.GetValue(standing),
            MinConfidence = parsed.GetValue(minConfidence) is > 0 and var least ? least : null,
            Limit = parsed.GetValue(limit),
        };
    }

    private static async Task<string> ReportKeyAsync(IRecordStore store, string name, CancellationToken cancellation)
    {
        var matches = await store.MatchAsync(name, cancellation);
        var keys = matches.Where(m => m.Kind is null).Select(m => m.Key).ToList();
        return keys.Count switch
        {
            1 => keys[0],
            0 => throw new UsageException($"no report '{name}' is in the record."),
            _ => throw new UsageException($"'{name}' names {keys.Count} reports; give a path or a key: {string.Join(", ", matches.Where(m => m.Kind is null).Take(5).Select(m => $"{m.Report.Path} ({m.Key[..12]})"))}"),
        };
    }

    private static DateOnly? Day(string? text) => text is not null && TryDay(text, out var day) ? day : null;

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
