using System.Text;

namespace OnRecord.App.Tests;

/// <summary>Runs the program in a folder of its own, as a shell would.</summary>
internal sealed class Run : IDisposable
{
    /// <summary>The folder; gone afterwards.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("onrecord-test-").FullName;

    /// <summary>Variables that the program sees; <c>ONRECORD_DB</c> is set to <see cref="Db"/>.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>The record file.</summary>
    public string Db => Path.Combine(Folder, "record.db");

    /// <summary>Whether the program thinks that a person looks at its output.</summary>
    public bool OnTerminal { get; set; }

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs a command line.</summary>
    public Outcome Do(params string[] args) => DoWith("", args);

    /// <summary>Runs a command line with standard input.</summary>
    public Outcome DoWith(string input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        Variables["ONRECORD_DB"] = Db;
        int code;
        using (var shell = new Shell
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            Error = error,
            OutputIsTerminal = OnTerminal,
            Variable = Variables.GetValueOrDefault,
        })
        {
            code = ProgramRun.Run(args, shell);
        }
        return new Outcome(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>What a run gave.</summary>
    /// <param name="Code">Exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    internal sealed record Outcome(int Code, string Output, string Error)
    {
        /// <summary>Standard output line by line.</summary>
        public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
