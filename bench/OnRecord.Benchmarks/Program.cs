using OnRecord.Benchmarks;

// onrecord-bench steps PATH... [--rounds 5] [--data FOLDER]
if (args is ["steps", .. var rest])
{
    string Option(string name, string otherwise) => Array.IndexOf(rest, name) is >= 0 and var at && at + 1 < rest.Length ? rest[at + 1] : otherwise;
    return Steps.Run(Option("--data", "data"), [.. rest.Where((word, i) => !word.StartsWith("--", StringComparison.Ordinal) && (i == 0 || !rest[i - 1].StartsWith("--", StringComparison.Ordinal)))], int.Parse(Option("--rounds", "5"), System.Globalization.CultureInfo.InvariantCulture));
}
// onrecord-bench scale --db FILE [--reports 10000,100000] [--data FOLDER]
if (args is not ["scale", .. var options])
{
    Console.Error.WriteLine("usage: onrecord-bench scale --db FILE [--reports 10000,100000] [--more 500] [--data FOLDER] | steps PATH... [--rounds 5] [--data FOLDER]");
    return 2;
}
string Value(string name, string otherwise) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : otherwise;
var sizes = Value("--reports", "10000,100000").Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
return await Scale.RunAsync(Value("--db", "onrecord.db"), Value("--data", "data"), sizes, int.Parse(Value("--more", "500"), System.Globalization.CultureInfo.InvariantCulture));
