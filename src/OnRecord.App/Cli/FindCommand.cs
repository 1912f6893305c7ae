using System.CommandLine;
using OnRecord.App.Json;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Store;
using OnRecord.Store.Decisions;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord find</c>: searches the words of records and reports.</summary>
internal static class FindCommand
{
    private static readonly string[] Kinds = [.. Enum.GetNames<RecordKind>().Select(n => n.ToLowerInvariant())];

    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell)
    {
        var words = new Argument<string?>("WORDS") { Description = "Words to find: all must occur; \"in quotes\" as a phrase, miss* as a beginning.", Arity = ArgumentArity.ZeroOrOne };
        var speaker = new Option<string?>("--speaker", "--who") { Description = "Only records of this speaker, donor, holder or member (words of the name).", HelpName = "NAME" };
        var kind = new Option<RecordKind?>("--kind") { Description = "Only this kind of record." };
        kind.AcceptOnlyFromAmong(Kinds);
        var filters = new FilterOptions();
        var (format, db) = (ListForm.Option(), RecordFile.Option());
        var command = new ProgramCommand(
            "find",
            "Finds records and reports by their words, best match first.",
            new Example("find Patriot --speaker Biden", "what one person said about a thing"),
            new Example("find '\"red line\"' --since 2024-01-01", "a phrase in a time"),
            new Example("find 'deliver*' --kind commitment --format jsonl", "commitments with words that begin so"))
        {
            words, speaker, kind,
        };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(words)) && result.GetValue(speaker) is null)
            {
                result.AddError("Give words to find, or --speaker.");
            }
        });
        filters.AddTo(command);
        command.Add(format);
        command.Add(db);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = RecordFile.Open(parsed.GetValue(db), shell);
            var filter = (await filters.FilterAsync(parsed, store, cancellation)) with
            {
                Text = parsed.GetValue(words),
                Who = parsed.GetValue(speaker),
                Kind = parsed.GetValue(kind),
            };
            var found = await store.FindAsync(filter, cancellation);
            Write(shell, found, parsed.GetValue(format));
            return found.Count > 0 ? ExitCode.Done : ExitCode.NothingFound;
        });
        return command;
    }

    private static void Write(Shell shell, IReadOnlyList<Hit> found, string? format)
    {
        if (found.Count == 0)
        {
            return;
        }
        if (ListForm.IsJson(format))
        {
            using var lines = new JsonLines(shell.Output);
            foreach (var hit in found)
            {
                lines.Write(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("kind", KindOf(hit));
                    json.WriteString("id", hit.Key);
                    json.WriteString("report", hit.Report.Id);
                    json.WriteString("outlet", hit.Report.Outlet);
                    json.WriteString("published", hit.Report.Published);
                    json.WriteString("who", hit.Who);
                    json.WriteString("text", hit.Words);
                    var codePoints = new CodePoints(hit.Words);
                    json.WriteStartArray("marks");
                    foreach (var mark in hit.Marks)
                    {
                        var range = codePoints.Of(mark);
                        json.WriteStartArray();
                        json.WriteNumberValue(range.Start);
                        json.WriteNumberValue(range.End);
                        json.WriteEndArray();
                    }
                    json.WriteEndArray();
                    json.WriteString("standing", Words.Of(hit.Standing));
                    json.WriteEndObject();
                });
            }
            return;
        }
        var form = ListForm.Of(format, shell);
        if (form == TableForm.Drawn)
        {
            EntryList.Show(Screen.On(shell), found.Select(EntryOf));
            return;
        }
        var table = new RowTable("kind", "who", "words", "date", "outlet", "report", "standing", "id");
        foreach (var hit in found)
        {
            table.Add(KindOf(hit), hit.Who, hit.Words, hit.Report.Published, hit.Report.Outlet, hit.Report.Id, Words.Of(hit.Standing), hit.Key[..12]);
        }
        RowTableWriter.Write(shell, table, form);
    }

    private static string KindOf(Hit hit) => hit.Kind?.ToString().ToLowerInvariant() ?? "report";

    /// <summary>At most a few lines of words, from a little before the first find.</summary>
    private static Entry EntryOf(Hit hit)
    {
        const int Before = 60;
        const int Most = 300;
        var start = hit.Marks.Count > 0 ? Math.Max(0, hit.Marks[0].Start - Before) : 0;
        if (start > 0)
        {
            var blank = hit.Words.IndexOf(' ', start);
            start = blank > 0 && blank < hit.Marks[0].Start ? blank + 1 : hit.Marks[0].Start;
        }
        var end = Math.Min(hit.Words.Length, start + Most);
        end = end == hit.Words.Length ? end : Math.Max(hit.Words.LastIndexOf(' ', end), start + 1);
        var dots = start > 0 ? "… " : "";
        return new Entry(
            hit.Report.Published ?? "",
            hit.Who.Length > 0 ? hit.Who : hit.Report.Title ?? hit.Report.Id,
            KindOf(hit),
            dots + hit.Words[start..end] + (end < hit.Words.Length ? " …" : ""),
            EntryList.Foot(hit.Report.Outlet, hit.Report.Id, hit.Standing == Standing.Candidate ? null : Words.Of(hit.Standing), hit.Key[..12]))
        {
            Marks = [.. hit.Marks.Where(m => m.Start >= start && m.End <= end).Select(m => new Span(m.Start - start + dots.Length, m.End - start + dots.Length))],
        };
    }
}
