using System.Globalization;
using OnRecord.Benchmarks;

if (args is not ["scale", .. var options])
{
    Console.Error.WriteLine("usage: onrecord-bench scale --db FILE [--reports 10000,100000] [--more 500] [--data FOLDER] [--json]");
    return 2;
}
await Scale.RunAsync(new ScaleOptions(
    Value("--db", "onrecord.db"),
    Value("--data", "data"),
    [.. Value("--reports", "10000,100000").Split(',').Select(Number)],
    Number(Value("--more", "500")),
    options.Contains("--json", StringComparer.Ordinal)));
return 0;

string Value(string name, string otherwise) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : otherwise;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
