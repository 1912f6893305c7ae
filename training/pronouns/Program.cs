using System.Globalization;
using OnRecord.Parsing;
using OnRecord.Pronouns;
using OnRecord.Text;

// Learns data/models/pronouns.tsv: dotnet run -c Release --project training/pronouns -- TREEBANK.conllu COREFERENCE.conll [DATA]
var dataFolder = args.Length > 2 ? args[2] : "data";
DataFile data = name => File.ReadAllBytes(Path.Combine(dataFolder, name));
var gold = Gold.Read(args[1]);
var parser = Parser.Load(data, Limits.Default);
var learner = new Learner();
using (var reader = new StreamReader(args[0]))
{
    foreach (var document in ConlluReader.Read(reader, args[0]))
    {
        if (gold.TryGetValue(document.Id, out var key) && key.Words == document.Words.Count)
        {
            var parsed = parser.ParsePretokenized(document.ToReport(args[0]), document);
            // Other names were added by the coreference itself.
            var names = parsed.Mentions.Where(m => m.Form == MentionForm.Name && m.Kind != MentionKind.Other).ToList();
            new Coreference(data, (pronoun, candidates) => learner.Learn(key, parsed.Tokens, pronoun, candidates)).Find(parsed.Tokens, parsed.Sentences, names);
        }
    }
}
learner.Fit();
var lines = learner.Weights().Select(w => w.Feature + "\t" + w.Weight.ToString("0.000", CultureInfo.InvariantCulture));
File.WriteAllLines(
    Path.Combine(dataFolder, "models/pronouns.tsv"),
    [
        "# Weights of the pronoun ranker: feature (h he, s she, i it, t they, d this or that; name; values) and weight.",
        "# Source: training/pronouns, learned on the documents of OntoGUM train. Licence: Apache-2.0.",
        .. lines,
    ]);
