using OnRecord.Parsing.Models;

namespace OnRecord.Parsing;

/// <summary>
/// Dictionary forms: the model's table where it has form and tag, else English spelling by Penn tag. A stem that may lack an e or have doubled
/// its last letter is settled by which word the model knows.
/// </summary>
internal sealed class Lemmatiser
{
    private readonly LemmaTable table;
    private readonly WordTable known;

    /// <summary>Takes the lemma table and the words of a model.</summary>
    public Lemmatiser(ModelFile model)
    {
        table = new LemmaTable(model.Text("lemma.table"));
        known = new WordTable(model.Text("glove.words"));
    }

    /// <summary>The lemma of a form under a Penn tag; lower case except for proper nouns and <c>I</c>.</summary>
    public string Lemma(WordForm word, string xpos)
    {
        if (xpos is "NNP")
        {
            return word.Form;
        }
        if (xpos is "NNPS")
        {
            return Proper(word.Form);
        }
        var lower = word.Lower;
        if (table.Find(lower, xpos) is { } lemma || (lower.Contains('’', StringComparison.Ordinal) && (lemma = table.Find(lower.Replace('’', '\''), xpos)) is not null))
        {
            return xpos is "PRP" && lemma == "i" ? "I" : lemma;
        }
        return xpos switch
        {
            "PRP" when lower == "i" => "I",
            "NNS" when lower.Length > 3 => Plural(lower),
            "VBZ" when lower.Length > 3 => Plural(lower),
            "VBD" or "VBN" when lower.Length > 3 && lower.EndsWith("ed", StringComparison.Ordinal) => lower[^3] == 'i' && lower.Length > 4 ? lower[..^3] + "y" : Stem(lower[..^2]),
            "VBG" when lower.Length > 4 && lower.EndsWith("ing", StringComparison.Ordinal) => lower[^4] == 'y' ? lower[..^3] : Stem(lower[..^3]),
            "JJR" or "RBR" when lower.Length > 4 && lower.EndsWith("er", StringComparison.Ordinal) => lower[^3] == 'i' ? lower[..^3] + "y" : Stem(lower[..^2]),
            "JJS" or "RBS" when lower.Length > 5 && lower.EndsWith("est", StringComparison.Ordinal) => lower[^4] == 'i' ? lower[..^4] + "y" : Stem(lower[..^3]),
            _ => lower,
        };
    }

    // Palestinians, States, Philippines.
    private static string Proper(string form)
    {
        if (form.Length < 4 || form[^1] != 's' || form[^2] is 's' or 'u' or 'i')
        {
            return form;
        }
        if (form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 4)
        {
            return form[..^3] + "y";
        }
        var hissing = form.EndsWith("xes", StringComparison.Ordinal) || form.EndsWith("sses", StringComparison.Ordinal)
            || form.EndsWith("shes", StringComparison.Ordinal) || form.EndsWith("ches", StringComparison.Ordinal);
        return hissing ? form[..^2] : form[..^1];
    }

    // countries, boxes, houses, drones.
    private string Plural(string lower)
    {
        if (lower[^1] != 's' || lower[^2] is 's' or 'u' or 'i')
        {
            return lower;
        }
        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4)
        {
            return lower[..^3] + "y";
        }
        if (lower.EndsWith("es", StringComparison.Ordinal))
        {
            var bare = lower.AsSpan(0, lower.Length - 2);
            var withE = lower.AsSpan(0, lower.Length - 1);
            var hissing = bare[^1] is 'x' || bare.EndsWith("ss") || bare.EndsWith("sh") || bare.EndsWith("ch") || bare.EndsWith("zz");
            var (knownBare, knownWithE) = (known.Find(bare) >= 0, known.Find(withE) >= 0);
            if ((hissing && (knownBare || !knownWithE)) || (bare[^1] is 's' or 'z' or 'o' && knownBare && !knownWithE))
            {
                return bare.ToString();
            }
        }
        return lower[..^1];
    }

    // The stem before -ed, -ing, -er, -est: stopp -> stop, escalat -> escalate, warn -> warn.
    private string Stem(string stem)
    {
        if (stem.Length < 2)
        {
            return stem;
        }
        var doubled = stem.Length > 2 && stem[^1] == stem[^2] && IsConsonant(stem[^1]) && stem[^1] != 's';
        if (doubled)
        {
            var single = stem[..^1];
            return stem[^1] is 'l' or 'f' or 'z' && known.Find(stem) >= 0 ? stem : known.Find(single) >= 0 || known.Find(stem) < 0 ? single : stem;
        }
        var (bare, silent) = (known.Find(stem) >= 0, known.Find(stem + "e") >= 0);
        return bare == silent ? (WantsSilentE(stem) ? stem + "e" : stem) : bare ? stem : stem + "e";
    }

    // -ate, -ize, -ive, -ure, -le behind a consonant, -nce, -dge, -gue, and one vowel before one consonant of a short stem: escalat, organiz, troubl, danc.
    private static bool WantsSilentE(string stem)
    {
        var last = stem[^1];
        if (last is 'v' or 'z' or 'u' or 'c' or 's')
        {
            return !(last == 's' && stem.Length > 1 && stem[^2] == 's');
        }
        if (last == 'g')
        {
            return stem[^2] is not 'n' || stem.EndsWith("ang", StringComparison.Ordinal) || stem.EndsWith("eng", StringComparison.Ordinal);
        }
        if (last == 'l')
        {
            return IsConsonant(stem[^2]) && stem[^2] is not ('r' or 'w' or 'l');
        }
        if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("ut", StringComparison.Ordinal) || stem.EndsWith("ur", StringComparison.Ordinal))
        {
            return stem.Length > 3 && IsConsonant(stem[^3]);
        }
        return stem.Length == 3 && IsConsonant(last) && last is not ('w' or 'x' or 'y') && !IsConsonant(stem[^2]) && IsConsonant(stem[0]);
    }

    private static bool IsConsonant(char c) => c is >= 'a' and <= 'z' and not ('a' or 'e' or 'i' or 'o' or 'u');
}
