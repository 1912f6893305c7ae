using System.CommandLine;
using System.Text;
using OnRecord.App.Inputs;
using OnRecord.App.Terminal;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Reading;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord parse</c>: words, sentences, tags, heads, names and coreference as CoNLL-U.</summary>
internal static class ParseCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var paths = Options.Paths("FILE");
        var format = Options.Format("conllu, the only form there is.", "conllu");
        var pretokenized = new Option<bool>("--pretokenized") { Description = "The files are CoNLL-U: take their words and sentences as given, and find tags, heads, names and coreference." };
        var command = new ProgramCommand(
            "parse",
            "Parses text and writes CoNLL-U: words, sentences, tags, lemmas, heads; offsets, names and coreference in the last column.",
            new Example("parse report.txt > report.conllu", "parse a text"),
            new Example("parse treebank.conllu --pretokenized", "tag and parse given words"))
        {
            paths, format, pretokenized,
        };
        command.SetAction(parsed => Run(shell, installation, parsed.GetValue(paths)!, parsed.GetValue(pretokenized)));
        return command;
    }

    private static int Run(Shell shell, Installation installation, IReadOnlyList<string> paths, bool pretokenized)
    {
        var failures = new Failures(shell);
        var files = InputFinder.Find(paths, pretokenized ? IsConllu : SnapshotReader.Reads, failures.Add);
        var parser = Parser.Load(installation.Data, Limits.Default);
        var cleaner = Cleaner.Load(installation.Data, Limits.Default);
        var snapshotReader = new SnapshotReader(Limits.Default);
        var writer = new ConlluWriter(shell.Text);
        using var progress = new Progress(shell, "Parsing", files.Count);
        for (var done = 0; done < files.Count && !shell.Stop.IsCancellationRequested; done++)
        {
            progress.Step(done, files[done].Path);
            if (pretokenized)
            {
                ParseGiven(files[done], shell, parser, writer, failures);
                continue;
            }
            foreach (var snapshot in Documents.Of(files[done], shell.Input, snapshotReader.Read, failures.Add))
            {
                var report = cleaner.Clean(snapshot);
                writer.Write(parser.Parse(report), new CodePoints(report.Text).Of);
            }
        }
        return failures.Code;
    }

    private static void ParseGiven(InputFile file, Shell shell, Parser parser, ConlluWriter writer, Failures failures)
    {
        try
        {
            using var reader = new StreamReader(file.IsStandardInput ? shell.Input : File.OpenRead(file.Path), Encoding.UTF8);
            foreach (var document in ConlluReader.Read(reader, file.Path))
            {
                var report = document.ToReport(file.Path);
                writer.WritePretokenized(parser.ParsePretokenized(report, document), new CodePoints(report.Text).Of, document);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failures.Add($"{file.Path}: {e.Message}");
        }
        catch (FormatException e)
        {
            failures.Add(e.Message);
        }
    }

    private static bool IsConllu(string path) => path.EndsWith(".conllu", StringComparison.OrdinalIgnoreCase);
}
