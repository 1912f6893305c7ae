using System.Globalization;
using OnRecord.Parsing;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class CoreferenceTests
{
    private static readonly Coreference Coreference = new(InstalledData.File);

    private const string Visit = "Anna/NNP/3/nsubj/PER Lindqvist/NNP/1/flat/PER visited/VBD/0/root the/DT/5/det harbour/NN/3/obj";

    [Fact]
    public void She_is_the_woman_and_it_the_harbour()
    {
        var found = new Found(Visit, "She/PRP/2/nsubj praised/VBD/0/root it/PRP/2/obj");
        Assert.Equal("Anna Lindqvist", found.FirstOf("She"));
        Assert.Equal("the harbour", found.FirstOf("it"));
    }

    [Fact]
    public void He_is_not_a_woman()
    {
        var found = new Found(Visit, "He/PRP/2/nsubj slept/VBD/0/root");
        Assert.Equal("He", found.FirstOf("He"));
    }

    [Fact]
    public void They_are_two_people_named_together()
    {
        var found = new Found(
            "Anna/NNP/6/nsubj/PER Lindqvist/NNP/1/flat/PER and/CC/4/cc Tom/NNP/1/conj/PER Ekdahl/NNP/4/flat/PER visited/VBD/0/root the/DT/8/det harbour/NN/6/obj",
            "They/PRP/2/nsubj left/VBD/0/root");
        Assert.Equal("Anna Lindqvist and Tom Ekdahl", found.FirstOf("They"));
    }

    [Fact]
    public void Two_names_nobody_refers_to_together_are_no_mention() =>
        Assert.DoesNotContain("Anna and Tom", new Found("Anna/NNP/4/nsubj/PER and/CC/3/cc Tom/NNP/1/conj/PER left/VBD/0/root").All);

    [Fact]
    public void A_surname_and_initials_take_up_the_full_name()
    {
        var found = new Found(
            Visit,
            "The/DT/4/det/ORG Baltic/NNP/4/compound/ORG Pilot/NNP/4/compound/ORG Union/NNP/5/nsubj/ORG thanked/VBD/0/root Lindqvist/NNP/5/obj/PER",
            "Members/NNS/4/nsubj of/IN/3/case BPU/NNP/1/nmod/ORG agree/VBP/0/root");
        Assert.Equal("Anna Lindqvist", found.FirstOf("Lindqvist"));
        Assert.Equal("The Baltic Pilot Union", found.FirstOf("BPU"));
    }

    [Fact]
    public void A_definite_phrase_takes_up_the_same_noun_unless_it_adds_something()
    {
        var found = new Found(
            "A/DT/2/det bridge/NN/3/nsubj fell/VBD/0/root",
            "The/DT/2/det bridge/NN/3/nsubj burned/VBD/0/root",
            "The/DT/3/det wooden/JJ/3/amod bridge/NN/4/nsubj stayed/VBD/0/root");
        Assert.Equal("A bridge", found.FirstOf("The bridge"));
        Assert.Equal("The wooden bridge", found.FirstOf("The wooden bridge"));
    }

    [Fact]
    public void It_without_reference_is_no_mention() =>
        Assert.DoesNotContain("It", new Found("It/PRP/3/expl is/VBZ/3/cop clear/JJ/0/root that/IN/6/mark ships/NNS/6/nsubj sail/VBP/3/csubj").All);

    [Fact]
    public void A_name_knows_the_phrase_around_it()
    {
        var found = new Found("The/DT/2/det nurse/NN/4/nsubj Maja/NNP/2/appos/PER left/VBD/0/root");
        var name = Assert.Single(found.Mentions, m => m.Form == MentionForm.Name);
        Assert.Equal(("Maja", "Maja"), (found.Words(name.First, name.End), found.Words(name.PhraseFirst!.Value, name.PhraseEnd!.Value)));
    }

    [Fact]
    public void A_long_list_of_names_is_read_once_through()
    {
        var found = new Found([.. Enumerable.Range(0, 6000).Select(i => $"Port{(i % 3000).ToString(CultureInfo.InvariantCulture)}/NNP/2/nsubj/LOC grew/VBD/0/root its/PRP$/4/nmod:poss trade/NN/2/obj")]);
        Assert.Equal(2, found.Mentions.Count(m => m.Form == MentionForm.Name && found.Words(m.First, m.End) == "Port7"));
    }

    // Sentences of words as form/tag/head/relation, and /kind for the words of a name; the lemma is the form without -s.
    private sealed class Found
    {
        private readonly List<Token> tokens = [];

        public Found(params string[] sentences)
        {
            var (bounds, names) = (new List<Sentence>(), new List<Mention>());
            foreach (var sentence in sentences)
            {
                var first = tokens.Count;
                foreach (var word in sentence.Split(' '))
                {
                    var parts = word.Split('/');
                    var head = int.Parse(parts[2], CultureInfo.InvariantCulture);
                    tokens.Add(new Token(new Span(0, 0), parts[0], Lemma(parts[0], parts[1]), Upos(parts[1]), parts[1], head == 0 ? -1 : first + head - 1, parts[3]));
                    if (parts.Length < 5)
                    {
                        continue;
                    }
                    var kind = parts[4] switch { "PER" => MentionKind.Person, "ORG" => MentionKind.Organisation, _ => MentionKind.Place };
                    var at = tokens.Count - 1;
                    if (names.Count > 0 && names[^1].End == at && at > first)
                    {
                        names[^1] = names[^1] with { End = at + 1, Head = kind == MentionKind.Person ? names[^1].Head : at };
                    }
                    else
                    {
                        names.Add(new Mention(at, at + 1, at, kind, MentionForm.Name, 0));
                    }
                }
                bounds.Add(new Sentence(first, tokens.Count, bounds.Count, 0));
            }
            Mentions = Coreference.Find(tokens, bounds, names);
        }

        public List<Mention> Mentions { get; }

        public IEnumerable<string> All => Mentions.Select(m => Words(m.First, m.End));

        /// <summary>The first mention of the cluster of the last mention with these words.</summary>
        public string FirstOf(string words)
        {
            var cluster = Mentions.Last(m => Words(m.First, m.End) == words).Cluster;
            var first = Mentions.First(m => m.Cluster == cluster);
            return Words(first.First, first.End);
        }

        public string Words(int first, int end) => string.Join(' ', tokens[first..end].Select(t => t.Form));

        private static string Lemma(string form, string tag) => tag.StartsWith("NNP", StringComparison.Ordinal) ? form : tag == "NNS" ? form.TrimEnd('s').ToLowerInvariant() : form.ToLowerInvariant();

        private static string Upos(string tag) => tag switch
        {
            "NNP" or "NNPS" => "PROPN",
            "NN" or "NNS" => "NOUN",
            "PRP" or "PRP$" => "PRON",
            "DT" => "DET",
            "CC" => "CCONJ",
            "IN" => "ADP",
            "JJ" => "ADJ",
            _ => "VERB",
        };
    }
}
