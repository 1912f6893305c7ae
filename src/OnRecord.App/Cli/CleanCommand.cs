using System.CommandLine;
using System.Text.Json;
using OnRecord.App.Inputs;
using OnRecord.App.Json;
using OnRecord.App.Terminal;
using OnRecord.Cleaning;
using OnRecord.Reading;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord clean</c>: the article of a page, without what stands around it.</summary>
internal static class CleanCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var paths = Options.Paths("PAGE");
        var format = Options.Format("text (the article's text with a head) or jsonl (one JSON object per page). Default: text on a terminal, else jsonl.", "text", "jsonl");
        var command = new ProgramCommand(
            "clean",
            "Takes the article out of web pages and other files: title, byline, outlet, date and the main text.",
            new Example("clean page.html", "show the article of a saved page"),
            new Example("clean pages/ --format jsonl", "one JSON object per page: path, title, byline, outlet, published, language, text"))
        {
            paths, format,
        };
        command.SetAction(parsed => Run(shell, installation, parsed.GetValue(paths)!, Options.IsLines(parsed.GetValue(format), shell)));
        return command;
    }

    private static int Run(Shell shell, Installation installation, IReadOnlyList<string> paths, bool lines)
    {
        var failures = new Failures(shell);
        var files = InputFinder.Find(paths, SnapshotReader.Reads, failures.Add);
        var snapshotReader = new SnapshotReader(Limits.Default);
        var cleaner = Cleaner.Load(installation.Data, Limits.Default);
        using var json = new JsonLines(shell.Output);
        using var progress = new Progress(shell, "Cleaning", files.Count);
        for (var done = 0; done < files.Count && !shell.Stop.IsCancellationRequested; done++)
        {
            var file = files[done];
            progress.Step(done, file.Path);
            foreach (var snapshot in Documents.Of(file, shell.Input, snapshotReader.Read, failures.Add))
            {
                progress.Clear();
                var report = cleaner.Clean(snapshot);
                if (lines)
                {
                    json.Write(writer => Write(writer, report));
                }
                else
                {
                    Write(shell.Text, report);
                }
            }
        }
        return failures.Code;
    }

    private static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("path", report.Path);
        json.WriteString("title", report.Title);
        json.WriteString("byline", report.Byline);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("published", report.Published.Edtf);
        json.WriteString("language", report.Language);
        json.WriteString("text", MainText.Of(report));
        json.WriteEndObject();
    }

    private static void Write(TextWriter output, Report report)
    {
        output.WriteLine(SafeText.OneLine(report.Title ?? "(no title)"));
        string?[] parts = [report.Outlet, report.Byline, report.Published.Edtf, report.Path];
        output.WriteLine(SafeText.OneLine(string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)))));
        output.WriteLine();
        output.WriteLine(SafeText.Lines(MainText.Of(report)));
        output.WriteLine();
    }
}
