using System.Diagnostics;
using OnRecord.Store.Sqlite;
using Xunit;

namespace OnRecord.App.Tests.Store;

/// <summary>The short form of eval/faults.py: the program is killed while it reads reports made from templates, and run again.</summary>
public sealed class KillTests
{
    private const int Reports = 60;

    [Fact]
    public async Task A_killed_program_that_runs_again_has_what_one_clean_run_has()
    {
        using var clean = new StoreFile();
        using var killed = new StoreFile();
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(clean.Path)!, "reports"));
        WriteReports(folder.FullName);
        await RunAsync(folder.FullName, clean.Path, linesUntilKill: int.MaxValue);

        foreach (var lines in new[] { 0, 3, 20, 40 })
        {
            var printed = await RunAsync(folder.FullName, killed.Path, lines);

            Assert.True(lines > 3 || printed.Count < Reports, "The program was done before it could be killed.");
            if (printed.Count > 0)
            {
                await using var store = SqliteRecordStore.OpenExisting(killed.Path);
                var stored = (await store.ListReportsAsync(new OnRecord.Store.RecordFilter())).Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
                Assert.All(printed, id => Assert.Contains(id, stored));
                Assert.Empty((await store.VerifyAsync()).Damages);
            }
        }
        await RunAsync(folder.FullName, killed.Path, linesUntilKill: int.MaxValue);

        Assert.Equal(await Contents.OfAsync(clean.Path), await Contents.OfAsync(killed.Path));
    }

    /// <summary>Reads the folder and kills the program when it has printed that many lines. Returns the ids of the reports that it printed.</summary>
    private static async Task<List<string>> RunAsync(string folder, string db, int linesUntilKill)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The program lies beside the tests, and what it needs is in their list of files.
        var here = AppContext.BaseDirectory;
        foreach (var argument in new[]
        {
            "exec", "--depsfile", Path.Combine(here, "OnRecord.App.Tests.deps.json"), "--runtimeconfig", Path.Combine(here, "onrecord-app.runtimeconfig.json"),
            Path.Combine(here, "onrecord-app.dll"), "read", folder, "--db", db, "--format", "jsonl",
        })
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var ids = new List<string>();
        // Without a line to wait for, it is killed while it still makes its file.
        if (linesUntilKill == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150));
            process.Kill();
        }
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line of a killed program may be cut.
            if (line.EndsWith('}') && line.Contains("\"reader\"", StringComparison.Ordinal))
            {
                ids.Add(System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("report").GetProperty("id").GetString()!);
            }
            if (ids.Count == linesUntilKill)
            {
                process.Kill();
            }
        }
        await process.WaitForExitAsync();
        if (linesUntilKill == int.MaxValue)
        {
            Assert.True(process.ExitCode == 0, await errors);
            Assert.Equal(Reports, ids.Count);
        }
        return ids;
    }

    private static void WriteReports(string folder)
    {
        string[] givers = ["Norway", "Denmark", "Canada", "Japan", "Spain"];
        string[] things = ["two field hospitals", "forty ambulances", "ten water pumps", "a mobile laboratory"];
        for (var i = 0; i < Reports; i++)
        {
            var (giver, thing) = (givers[i % givers.Length], things[i / givers.Length % things.Length]);
            File.WriteAllText(
                Path.Combine(folder, $"report-{i:D2}.txt"),
                $"{giver} sends help, day {i + 1}\n\n{giver} will send {thing} to Moldova, its foreign minister said on Monday.\n\n"
                + $"\"We shall deliver within {i + 2} weeks,\" she told reporters. An official denied that the offer came late.\n");
        }
    }
}
