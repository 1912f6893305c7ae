using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>
/// Climbs from a deed through the words that govern it and says how it stands: undertaken, planned, conditional, done, refused, or asked for and weighed only.
/// "Germany has pledged to send tanks" is undertaken; "Kyiv urged Germany to send tanks" and "Germany may send tanks" are not.
/// </summary>
internal sealed class CommitmentJudge
{
    private const int Climb = 12;
    private readonly CommitmentLexicon lexicon;

    public CommitmentJudge(CommitmentLexicon lexicon) => this.lexicon = lexicon;

    /// <summary>How the deed at a token stands. <paramref name="announces"/> says that the verb itself is one of promising, so that its past is an undertaking.</summary>
    public CommitmentModality Judge(ReportWords words, int deed, bool announces)
    {
        var walk = new Walk(words, lexicon, deed, announces);
        for (var step = 0; step < Climb && walk.Step(); step++)
        {
        }
        return walk.Result();
    }

    private sealed class Walk
    {
        private readonly ReportWords words;
        private readonly CommitmentLexicon lexicon;
        private readonly bool announces;
        private readonly List<int> chain = [];
        private int at;
        private string? status;
        private bool open = true;
        private bool would;
        private bool rejected;
        private bool inSaying;
        private int condition = -1;
        private int actor;
        private bool actorIsObject;
        private bool actorFixed;
        private int why = -1;
        private bool hearsay;

        public Walk(ReportWords words, CommitmentLexicon lexicon, int deed, bool announces) => (this.words, this.lexicon, at, this.announces, actor) = (words, lexicon, deed, announces, deed);

        public CommitmentModality Result()
        {
            // "on the condition the ministry agreed to send"
            foreach (var word in chain)
            {
                var first = words.Left[word];
                if (first > 0 && words.Lower[first - 1] == "condition" && words.SentenceOf[first - 1] == words.SentenceOf[word])
                {
                    Reject(first - 1);
                }
            }
            if (would && !inSaying)
            {
                Reject(at);
            }
            if (!rejected && status is null)
            {
                Reject(at);
            }
            if (hearsay && status is "committed" or "intended" or "under_way" or "conditional")
            {
                status = "reported_unconfirmed";
            }
            else if (status is "conditional" or "committed" or "intended" && (condition = condition >= 0 ? condition : ConditionFinder.Below(words, chain)) >= 0 && status is not "conditional")
            {
                status = "conditional";
            }
            return new CommitmentModality(rejected ? null : status, actor, actorIsObject, condition, chain, rejected ? why : -1);
        }

        /// <summary>Reads one word and moves to what governs it; false at the end of the climb.</summary>
        public bool Step()
        {
            chain.Add(at);
            var form = CommitmentForms.Of(words, at);
            var negated = CommitmentForms.IsNegated(words, at);
            if (condition < 0)
            {
                condition = ConditionFinder.ConditionOf(words, at);
            }
            if (Doubted(at))
            {
                return Reject(at);
            }
            if (words.Child(at, "advmod") >= 0 && CommitmentForms.HasAdverb(words, at, "reportedly") && status is not "refused")
            {
                (status, open) = ("reported_unconfirmed", false);
            }
            if (!ReadForm(form, negated))
            {
                return false;
            }
            return MoveUp(form);
        }

        private bool ReadForm(DeedForm form, bool negated)
        {
            if (words.Child(at, "mark") is >= 0 and var mark && words.Lower[mark] is "against" or "without")
            {
                return Reject(mark);
            }
            if (Hearsay(at) && status is not "refused")
            {
                hearsay = true;
            }
            switch (form)
            {
                case DeedForm.Modal or DeedForm.Imperative:
                    return Reject(at);
                case DeedForm.Future or DeedForm.Would:
                    would |= form == DeedForm.Would;
                    if (negated)
                    {
                        // "will not be provided directly": only the way is denied.
                        return OnlyTheWay(at) ? Reject(at) : Settle("refused") || true;
                    }
                    Settle("committed");
                    return true;
                case DeedForm.Finite or DeedForm.Perfect or DeedForm.Progressive:
                    if (negated)
                    {
                        // "has not sent", "did not agree to send": nothing was undertaken. "is not sending": it will not.
                        return open && form == DeedForm.Progressive && at == chain[0] ? Settle("refused") || true : Reject(at);
                    }
                    Settle(announces ? "committed" : form == DeedForm.Progressive ? "under_way" : "delivered");
                    return true;
                case DeedForm.Participle:
                    if (negated)
                    {
                        return Reject(at);
                    }
                    return true;
                default:
                    return !negated || form is DeedForm.Noun || (form == DeedForm.Infinitive && (status = null) is null && NegatedInfinitive());
            }
        }

        private bool OnlyTheWay(int verb) => CommitmentForms.HasAdverb(words, verb, "directly") || CommitmentForms.HasAdverb(words, verb, "immediately") || CommitmentForms.HasAdverb(words, verb, "necessarily") || CommitmentForms.HasAdverb(words, verb, "only") || CommitmentForms.HasAdverb(words, verb, "just") || CommitmentForms.HasAdverb(words, verb, "yet");

        // "decided not to send"
        private bool NegatedInfinitive()
        {
            (status, open) = ("refused", false);
            return true;
        }

        private bool Settle(string value)
        {
            if (open)
            {
                (status, open) = (value, false);
            }
            return false;
        }

        private bool MoveUp(DeedForm form)
        {
            var relation = words.Tokens[at].Relation;
            var head = words.Tokens[at].Head;
            if (head < 0 || words.SentenceOf[head] != words.SentenceOf[at])
            {
                return End(form);
            }
            if (relation is "conj" && form is DeedForm.Shared or DeedForm.Infinitive or DeedForm.Gerund or DeedForm.Participle && open)
            {
                at = head;
                return true;
            }
            if (relation is "conj" && words.Tokens[head].Upos is "VERB" or "ADJ" or "NOUN")
            {
                // "said A and that B": a joined clause keeps its own form, but stands under what the first stands under.
                if (words.Is(head, "ccomp") || words.Is(head, "xcomp") || words.Is(head, "conj"))
                {
                    at = head;
                    relation = words.Tokens[at].Relation;
                    head = words.Tokens[at].Head;
                    if (relation is not ("ccomp" or "xcomp") || head < 0)
                    {
                        return End(form);
                    }
                }
                else
                {
                    return End(form);
                }
            }
            switch (Family(relation))
            {
                case "xcomp":
                    return Under(head, finite: false);
                case "ccomp" or "parataxis":
                    return form is DeedForm.Infinitive or DeedForm.Gerund ? Under(head, finite: false) : UnderClause(head);
                case "acl":
                    return relation == "acl:relcl" ? EndRelative(form) : UnderNoun(head, form);
                case "advcl":
                    return UnderAdverbial(head, form);
                case "csubj":
                    return form is DeedForm.Infinitive or DeedForm.Gerund ? Reject(head) : End(form);
                case "nmod" or "obl":
                    return form == DeedForm.Gerund ? UnderPreposition(head) : End(form);
                case "obj" when form == DeedForm.Noun:
                case "nsubj" when form == DeedForm.Noun:
                    at = head;
                    return true;
                default:
                    return End(form);
            }
        }

        // What stands over an infinitive, gerund or small clause: pledged to send, considering sending, ready to send.
        private bool Under(int head, bool finite)
        {
            var effect = finite ? lexicon.ClauseEffect(words, head) : lexicon.Effect(words, head);
            if (!finite && words.Tokens[head].Upos == "VERB" && words.Child(head, "obj") is >= 0 and var noun && noun > head && noun < at && words.Tokens[noun].Upos == "NOUN" && lexicon.Effect(words, noun) is not null && effect != WordEffect.Ordered)
            {
                // "started talks to give", "made a pledge to send": the noun decides.
                return UnderWord(noun);
            }
            switch (effect)
            {
                case WordEffect.Committed or WordEffect.Ordered:
                    SettleUnder("committed");
                    break;
                case WordEffect.Intended or WordEffect.Conditional or WordEffect.UnderWay:
                    SettleUnder(effect switch { WordEffect.Intended => "intended", WordEffect.Conditional => "conditional", _ => "under_way" });
                    break;
                case WordEffect.Unconfirmed:
                    // "is expected to send", but not "we expect them to send".
                    if (words.Tokens[head].Upos == "VERB" && words.Child(head, "aux:pass") < 0 && words.Child(head, "cop") < 0 && words.Tokens[head].Xpos != "VBN" && words.Tokens[head].Lemma is not ("appear" or "seem" or "set"))
                    {
                        return Reject(head);
                    }
                    (status, open) = (status is "refused" ? "refused" : "reported_unconfirmed", false);
                    break;
                case WordEffect.Refused:
                    if (CommitmentForms.IsNegated(words, head))
                    {
                        return Reject(head);
                    }
                    (status, open) = ("refused", false);
                    break;
                case WordEffect.Transparent:
                    break;
                default:
                    return Reject(head);
            }
            // "wants Berlin to send": somebody else's deed.
            if (effect == WordEffect.Intended && words.Tokens[head].Upos == "VERB" && (words.Child(at, "nsubj") >= 0 || (words.Child(head, "obj") is >= 0 and var other && other > head && other < at)))
            {
                return Reject(head);
            }
            // The object acts: "directed the ministry to provide"; "committed Britain to provide".
            var objected = words.Child(head, "obj") is >= 0 and var obj && obj < at ? obj : words.Child(head, "iobj");
            if (!actorFixed)
            {
                if (effect == WordEffect.Ordered && objected >= 0)
                {
                    (actor, actorIsObject, actorFixed) = (head, true, true);
                }
                else if (effect != WordEffect.Ordered && words.Child(at, "nsubj") < 0)
                {
                    actor = head;
                }
            }
            at = head;
            return true;
        }

        private void SettleUnder(string value)
        {
            if (status is "refused" or "reported_unconfirmed" or "intended" or "conditional" && !open)
            {
                return;
            }
            if (open || status is "delivered" or "under_way" || value != "committed")
            {
                (status, open) = (value, false);
            }
        }

        // A reported clause: "said it would send"; "hopes that it will" is no undertaking, "decided that it will" is one.
        private bool UnderClause(int head)
        {
            if (words.Child(at, "mark") is >= 0 and var mark && words.Lower[mark] is "if" or "whether")
            {
                return Reject(mark);
            }
            var effect = lexicon.ClauseEffect(words, head);
            if (effect is null && words.Is(at, "parataxis"))
            {
                return End(CommitmentForms.Of(words, at));
            }
            if (effect is WordEffect.Say or WordEffect.Committed)
            {
                inSaying = true;
                if (condition < 0 && ConditionFinder.ConditionOf(words, head) is var hung && hung > chain[0] && hung < head)
                {
                    // "Chile will lend boats if Peru asks, the minister said": the condition was hung on the saying.
                    condition = hung;
                }
                // "decided that it will send" promises; "determined that others are sending" finds.
                if (effect is WordEffect.Committed && status is "delivered" or "under_way")
                {
                    return Reject(head);
                }
                if (CommitmentForms.IsNegated(words, head) || CommitmentForms.Of(words, head) is DeedForm.Modal)
                {
                    return Reject(head);
                }
                if (Anonymous(head) && status is not "refused")
                {
                    status = "reported_unconfirmed";
                }
                // "announced it is sending": not yet under way.
                if (status == "under_way" && (words.Tokens[head].Lemma == "announce" || (words.Tokens[head].Lemma is "say" or "confirm" or "declare" && words.Tokens[chain[0]].Lemma is not ("provide" or "support"))))
                {
                    status = "committed";
                }
                return false;
            }
            if (effect is WordEffect.Unconfirmed && words.Child(head, "aux:pass") >= 0)
            {
                status = "reported_unconfirmed";
                return false;
            }
            if (effect is null && words.Child(head, "cop") >= 0 && words.Tokens[head].Upos == "NOUN")
            {
                // "the goal was for Germany to provide", "the news is that Germany will send"
                return lexicon.Effect(words, head) is null or WordEffect.Doubt or WordEffect.Request ? Reject(head) : Under(head, finite: false);
            }
            return Reject(head);
        }

        // "the decision to send", "plans for sending", "tanks donated by Germany"
        private bool UnderNoun(int noun, DeedForm form)
        {
            if (form == DeedForm.Participle && open)
            {
                status = announces ? "committed" : "delivered";
                open = false;
                return ClimbNoun(noun);
            }
            if (form is DeedForm.Gerund && open)
            {
                (status, open) = ("under_way", false);
                // "would not stop others exporting tanks": what is stopped or feared is no deed.
                return words.Child(at, "mark") >= 0 ? UnderWord(noun)
                    : words.Is(noun, "obj") && words.Tokens[noun].Head is >= 0 and var over && lexicon.Effect(words, over) is WordEffect.Doubt or WordEffect.Refused or WordEffect.Request && Reject(over);
            }
            if (form is DeedForm.Finite or DeedForm.Future or DeedForm.Perfect or DeedForm.Progressive or DeedForm.Would)
            {
                // "the news that Germany will send": as a reported clause.
                inSaying = true;
                return words.Tokens[noun].Lemma is "condition" || lexicon.Effect(words, noun) is WordEffect.Request or WordEffect.Doubt or WordEffect.Refused ? Reject(noun) : false;
            }
            return UnderWord(noun);
        }

        private bool UnderWord(int noun)
        {
            var effect = lexicon.Effect(words, noun);
            var none = CommitmentForms.IsNegated(words, noun);
            switch (effect)
            {
                case WordEffect.Committed:
                    if (none)
                    {
                        return Reject(noun);
                    }
                    SettleUnder("committed");
                    break;
                case WordEffect.Intended:
                    (status, open) = (none ? "refused" : "intended", false);
                    break;
                case WordEffect.Refused:
                    (status, open) = ("refused", false);
                    break;
                default:
                    return Reject(noun);
            }
            if (!actorFixed)
            {
                (actor, actorFixed) = (noun, true);
            }
            return ClimbNoun(noun);
        }

        // What the clause around a noun does to it: "rejected plans to", "would welcome a pledge to", "the systems, including those donated by".
        private bool ClimbNoun(int noun)
        {
            var top = noun;
            for (var step = 0; step < 6 && words.Tokens[top].Head >= 0; step++)
            {
                var head = words.Tokens[top].Head;
                if (words.SentenceOf[head] != words.SentenceOf[top])
                {
                    return false;
                }
                if (words.Tokens[head].Upos is "VERB" or "AUX" || words.Child(head, "cop") >= 0)
                {
                    var form = CommitmentForms.Of(words, head);
                    if (form == DeedForm.Participle && words.Is(head, "acl"))
                    {
                        top = head;
                        continue;
                    }
                    if (words.Tokens[head].Lemma is "collapse" or "fail" or "founder" or "stall" && words.Is(top, "nsubj"))
                    {
                        // "the plan to house refugees collapsed"
                        return Reject(head);
                    }
                    var effect = lexicon.Effect(words, head);
                    var frames = lexicon.Frames(words, head);
                    if (effect is WordEffect.Request or WordEffect.Doubt or WordEffect.Refused && words.Is(top, "obj") && frames.Count == 0)
                    {
                        return Reject(head);
                    }
                    if (CommitmentForms.IsNegated(words, head) && words.Is(top, "obj"))
                    {
                        return Reject(head);
                    }
                    if (form is DeedForm.Modal && words.Is(top, "obj"))
                    {
                        return Reject(head);
                    }
                    // "are providing systems, including batteries donated by Germany": as the outer deed.
                    if (status == "delivered" && words.Tokens[chain[0]].Xpos == "VBN" && form is DeedForm.Future or DeedForm.Progressive && (frames.Count > 0 || effect is not null))
                    {
                        status = "committed";
                    }
                    return false;
                }
                top = head;
            }
            return false;
        }

        private bool UnderAdverbial(int head, DeedForm form)
        {
            var mark = words.Child(at, "mark") is >= 0 and var m ? words.Lower[m] : "";
            if (mark is "if" or "unless" or "until" or "before" or "whether" or "without" or "lest" or "rather" or "instead" or "till" || (mark is "when" or "once" or "as" && form is DeedForm.Future or DeedForm.Finite && status is "committed"))
            {
                return Reject(at);
            }
            if (form == DeedForm.Finite && (mark == "so" || (words.Child(at, "advmod") is >= 0 and var so && words.Lower[so] == "so")) && words.Tokens[at].Xpos is "VBN" or "VBP" or "VBZ")
            {
                // "will reorder its stocks so that they are shipped, giving Peru boats": a purpose stands as what it serves.
                (status, open, at) = (null, true, head);
                return true;
            }
            if (form is DeedForm.Gerund && open && mark == "" && at > head && words.Left[at] <= head + 2 && words.Tokens[words.Left[at]].Upos != "PUNCT" && lexicon.Effect(words, head) is not (null or WordEffect.Transparent))
            {
                // "has ruled out providing jets", "began sending aid": what stands right behind such a word is what it is about.
                return Under(head, finite: false);
            }
            if (form is DeedForm.Gerund && open && at > head && mark is "" or "by")
            {
                // "will divert exports, providing Ukraine with missiles"
                at = head;
                return true;
            }
            if (form is DeedForm.Participle && open)
            {
                return Settle(announces ? "committed" : "delivered");
            }
            if (form is DeedForm.Infinitive or DeedForm.Shared && open)
            {
                // An adjective or verb of undertaking whose infinitive was read as a purpose: "is committed to sending", "acted to supply".
                return lexicon.Effect(words, head) is WordEffect.Committed or WordEffect.Intended or WordEffect.Conditional or WordEffect.Unconfirmed or WordEffect.Ordered or WordEffect.Refused ? Under(head, finite: false) : Reject(head);
            }
            if (form is DeedForm.Gerund && open)
            {
                return lexicon.Effect(words, head) is WordEffect.Committed or WordEffect.Refused ? Under(head, finite: false) : Reject(at);
            }
            return End(form);
        }

        private bool UnderPreposition(int head)
        {
            if (words.Tokens[head].Lemma is "thank" or "praise" or "applaud" or "credit" && words.Tokens[head].Upos == "VERB" && words.Child(head, "obj") >= 0)
            {
                // "thanked India for sending": it was done.
                return Settle("delivered");
            }
            if (words.Tokens[head].Upos is "NOUN" or "PROPN")
            {
                return UnderWord(head);
            }
            return lexicon.Effect(words, head) is WordEffect.Committed or WordEffect.Intended or WordEffect.Refused or WordEffect.UnderWay or WordEffect.Transparent ? Under(head, finite: false) : Reject(head);
        }

        // "the condition that it agreed to" is none of its own; "the tanks it has promised" is.
        private bool EndRelative(DeedForm form) => form is DeedForm.Infinitive ? UnderWord(words.Tokens[at].Head)
            : words.Tokens[words.Tokens[at].Head].Lemma is "condition" or "case" or "event" or "scenario" ? Reject(words.Tokens[at].Head) : End(form);

        private bool End(DeedForm form)
        {
            if (!open)
            {
                return false;
            }
            // A headline: "Germany to send tanks".
            if (form == DeedForm.Infinitive && words.Tokens[at].Relation == "root" && Clauses.Subject(words, at) >= 0)
            {
                return Settle("committed");
            }
            if (form == DeedForm.Participle && words.Tokens[at].Relation is "root" or "parataxis" or "conj" or "ccomp")
            {
                return Settle(announces ? "committed" : "delivered");
            }
            return form is DeedForm.Noun ? Settle("committed") : Reject(at);
        }

        private bool Reject(int by)
        {
            (rejected, why) = (true, by);
            return false;
        }

        // "according to media reports", "according to sources"
        private bool Hearsay(int token)
        {
            foreach (var child in words.Children(token))
            {
                if (words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "according" && words.Tokens[child].Lemma is "report" or "media" or "source" or "newspaper" or "rumour" or "rumor" or "insider" or "official" or "person" or "outlet")
                {
                    return true;
                }
            }
            return false;
        }

        private bool Doubted(int token) => CommitmentForms.HasAdverb(words, token, "allegedly") || CommitmentForms.HasAdverb(words, token, "covertly") || CommitmentForms.HasAdverb(words, token, "secretly") || CommitmentForms.HasAdverb(words, token, "illegally") || CommitmentForms.HasAdverb(words, token, "perhaps") || CommitmentForms.HasAdverb(words, token, "maybe") || CommitmentForms.HasAdverb(words, token, "possibly") || CommitmentForms.HasAdverb(words, token, "potentially") || CommitmentForms.HasAdverb(words, token, "hopefully") || CommitmentForms.HasAdverb(words, token, "theoretically");

        // "media reports say", "sources said", "officials were quoted": nobody stands for it by name.
        private bool Anonymous(int verb)
        {
            var subject = Clauses.Subject(words, verb);
            return subject >= 0 && words.Lower[subject] is "reports" or "media" or "sources" or "source" or "newspaper" or "newspapers" or "insiders" or "rumours" or "rumors" or "outlets" && words.Tokens[subject].Upos == "NOUN";
        }

        private static string Family(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? relation[..colon] : relation;
    }
}
