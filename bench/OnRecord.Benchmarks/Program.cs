using System.Globalization;
using OnRecord.Benchmarks;

if (args is not [("scale" or "steps") and var command, .. var options])
{
    Console.Error.WriteLine("usage: onrecord-bench scale --db FILE [--reports 10000,100000] [--more 500] [--data FOLDER] [--json]");
    Console.Error.WriteLine("       onrecord-bench steps PATH... [--rounds 5] [--data FOLDER]");
    return 2;
}
if (command == "steps")
{
    // What follows an option is its value, all else a path.
    var paths = options.Where((word, i) => !IsOption(word) && (i == 0 || !IsOption(options[i - 1])));
    return Steps.Run(Value("--data", "data"), [.. paths], Number(Value("--rounds", "5")));
}
await Scale.RunAsync(new ScaleOptions(
    Value("--db", "onrecord.db"),
    Value("--data", "data"),
    [.. Value("--reports", "10000,100000").Split(',').Select(Number)],
    Number(Value("--more", "500")),
    options.Contains("--json", StringComparer.Ordinal)));
return 0;

string Value(string name, string otherwise) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : otherwise;

static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
