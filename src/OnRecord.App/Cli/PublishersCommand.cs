using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.App.Tables;
using OnRecord.Recording;
using OnRecord.Store.Decisions;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord publishers</c>: who publishes first, who copies, whom each relays, what speaks for a grade, and the grades that people gave.</summary>
internal static class PublishersCommand
{
    private const int MostRelays = 5;

    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var history = new Option<bool>("--history") { Description = "List every grade of every publisher: when, by whom and why." };
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "publishers",
            "Lists publishers: reports, articles with copies that it had first, copies of others, whom its reports relay, and its grade with the counts that speak for one.",
            new Example("publishers news/", "the outlets of a folder"),
            new Example("publishers grade 'Harbour Wire' B --reason 'three years of checked reports'", "grade a publisher"),
            new Example("publishers --history", "who graded whom, when and why"))
        {
            history, format, Grade(shell),
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, book, _, code) = await source.LoadDecidedAsync(parsed, cancellation);
            var words = Grades(installation.Data);
            var publishers = Publishers.Load(installation.Data).Of(record, ConflictFinder.Load(installation.Data).Find(record));
            var table = parsed.GetValue(history) ? History(book, words) : List(publishers, book, words);
            if (table.Rows.Count > 0)
            {
                RowTableWriter.Write(shell, table, ListForm.Of(parsed.GetValue(format), shell));
            }
            return table.Rows.Count == 0 && code == ExitCode.Done ? ExitCode.NothingFound : code;
        });
        return command;
    }

    private static ProgramCommand Grade(Shell shell)
    {
        var form = new DecisionForm(shell, TimeProvider.System);
        var name = new Argument<string>("NAME") { Description = "The publisher's name as 'publishers' lists it." };
        var grade = new Argument<string>("GRADE") { Description = "A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged (Admiralty system, NATO STANAG 2511)." };
        grade.AcceptOnlyFromAmong("A", "B", "C", "D", "E", "F");
        var command = new ProgramCommand(
            "grade",
            "Grades how reliable a publisher is. A grade is a person's; earlier ones stay in its history, and 'undo publisher:NAME' takes the last one back.",
            new Example("publishers grade 'Harbour Wire' B --reason 'three years of checked reports'", "grade a publisher"))
        {
            name, grade,
        };
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(
            parsed,
            _ => Task.FromResult(new List<NewDecision> { form.New(parsed, DecisionAction.Edit, DecisionBook.PublisherPrefix + parsed.GetValue(name)) with { Field = Decision.Reliability, Value = parsed.GetValue(grade) } }),
            cancellation));
        return command;
    }

    private static RowTable List(IReadOnlyList<Publisher> publishers, DecisionBook book, SortedDictionary<string, string> words)
    {
        var table = new RowTable("publisher", "reports", "first", "copies", "relays", "unnamed relays", "corrections", "contradicted", "grade", "graded");
        foreach (var publisher in publishers)
        {
            var relays = string.Join(", ", publisher.Relays.Take(MostRelays).Select(r => $"{r.Name} {Text(r.Count)}"));
            var grades = book.GradesOf(publisher.Name);
            var last = grades.Count > 0 ? grades[^1] : null;
            table.Add(
                publisher.Name, Text(publisher.Reports), Text(publisher.Firsts), Text(publisher.Copies), relays, Text(publisher.UnnamedRelays), Text(publisher.Corrections), Text(publisher.Contradicted),
                last is null ? "not graded" : $"{last.Value} {words[last.Value!]}", last is null ? null : $"{Day(last)} by {last.Person}{(grades.Count > 1 ? $", before: {string.Join(' ', grades.SkipLast(1).Select(g => g.Value))}" : "")}");
        }
        return table;
    }

    private static RowTable History(DecisionBook book, SortedDictionary<string, string> words)
    {
        var table = new RowTable("publisher", "graded", "grade", "by", "why");
        foreach (var grade in book.Counting.Where(d => d.Field == Decision.Reliability).OrderBy(d => d.RecordKey, StringComparer.Ordinal).ThenBy(d => d.Number))
        {
            table.Add(grade.RecordKey[DecisionBook.PublisherPrefix.Length..], Day(grade), $"{grade.Value} {words[grade.Value!]}", grade.Person, grade.Reason);
        }
        return table;
    }

    private static SortedDictionary<string, string> Grades(DataFile data) =>
        new(Lexicon.Parse("reliability.tsv", Encoding.UTF8.GetString(data("facts/reliability.tsv").Span), 2).Rows.ToDictionary(r => r[0], r => r[1]), StringComparer.Ordinal);

    private static string Day(Decision decision) => decision.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
