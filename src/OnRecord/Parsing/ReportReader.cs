using OnRecord.Parsing.Models;

namespace OnRecord.Parsing;

/// <summary>Takes a draft through the network and writes down what it says. Belongs to one thread at a time.</summary>
internal sealed class ReportReader
{
    private readonly Network network;
    private readonly WordForms wordForms;
    private readonly Lemmatiser lemmatiser;
    private readonly string[] roleTags;

    /// <summary>Builds the working copy of a model.</summary>
    public ReportReader(ModelFile model, Lemmatiser lemmatiser)
    {
        network = new Network(model);
        wordForms = new WordForms(model);
        roleTags = model.Lines("attr.tags");
        this.lemmatiser = lemmatiser;
    }

    /// <summary>Fills in tokens and tags of the draft.</summary>
    public void Read(ReportDraft draft)
    {
        wordForms.Trim();
        var places = new List<int>(draft.Spans.Length);
        var words = new WordForm[draft.Spans.Length];
        for (var t = 0; t < words.Length; t++)
        {
            var span = draft.Spans[t];
            words[t] = wordForms[draft.Forms is { } forms ? forms[t] : draft.Report.Text.AsSpan(span.Start, span.Length)];
            if (draft.IsRead[t])
            {
                places.Add(t);
            }
        }
        LeaveUnread(draft, words);
        if (places.Count > 0)
        {
            Read(draft, words, [.. places]);
        }
    }

    // Words that are not understood hang on the first of their sentence.
    private static void LeaveUnread(ReportDraft draft, WordForm[] words)
    {
        var first = 0;
        for (var t = 0; t < words.Length; t++)
        {
            first = draft.Starts[t] ? t : first;
            (draft.NameTags[t], draft.RoleTags[t]) = ("O", "O");
            if (!draft.IsRead[t])
            {
                draft.Tokens[t] = new Token(draft.Spans[t], words[t].Form, words[t].Lower, "X", "FW", t == first ? -1 : first, t == first ? "root" : "dep");
            }
        }
    }

    private void Read(ReportDraft draft, WordForm[] words, int[] places)
    {
        var layout = LayOut(draft, words, places);
        var readings = network.Read(new NetworkInput
        {
            Forms = Array.ConvertAll(layout.Words, word => word.Form),
            Context = ContextFeatures.Of(layout),
            Sentences = layout.Sentences(),
            Windows = layout.Windows(),
        });
        var root = -1;
        for (var i = 0; i < places.Length; i++)
        {
            var (t, reading) = (places[i], readings[i]);
            var (head, relation) = (reading.Head < 0 ? -1 : places[reading.Head], network.Relations[reading.Relation]);
            root = layout.Starts[i] ? -1 : root;
            if (head < 0)
            {
                // A given sentence longer than a window is read in parts; the later parts stand beside the first.
                (head, relation) = root < 0 ? (head, relation) : (root, "parataxis");
                root = root < 0 ? t : root;
            }
            draft.Tokens[t] = new Token(draft.Spans[t], words[t].Form, Lemma(words[t], reading.Xpos), network.Upos[reading.Upos], network.Xpos[reading.Xpos], head, relation);
            draft.NameTags[t] = network.NameTags[reading.Name];
            draft.RoleTags[t] = roleTags[reading.Role];
            draft.RoleProbabilities[t] = reading.RoleProbability;
        }
    }

    private static TokenLayout LayOut(ReportDraft draft, WordForm[] words, int[] places)
    {
        var count = places.Length;
        var layout = new TokenLayout { Words = new WordForm[count], Starts = new bool[count], Paragraphs = new int[count], Spaced = new bool[count] };
        var given = draft.Forms is not null;
        for (var i = 0; i < count; i++)
        {
            var t = places[i];
            layout.Words[i] = words[t];
            layout.Starts[i] = draft.Starts[t];
            layout.Paragraphs[i] = i == 0 ? 0 : layout.Paragraphs[i - 1] + (draft.ParagraphOf(t) != draft.ParagraphOf(places[i - 1]) ? 1 : 0);
            layout.Spaced[i] = t == 0 || (given && draft.Starts[t]) || draft.Spans[t - 1].End < draft.Spans[t].Start;
        }
        return layout;
    }

    private string Lemma(WordForm word, byte xpos)
    {
        foreach (var (tag, known) in word.Lemmas)
        {
            if (tag == xpos)
            {
                return known;
            }
        }
        var lemma = lemmatiser.Lemma(word, network.Xpos[xpos]);
        word.Lemmas.Add((xpos, lemma));
        return lemma;
    }
}
