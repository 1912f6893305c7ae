using OnRecord.Parsing;
using OnRecord.Parsing.Models;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class LemmatiserTests
{
    private static readonly ModelFile Model = ModelFile.Open(InstalledData.File("models/en.model"));
    private static readonly Lemmatiser Lemmatiser = new(Model);
    private static readonly WordForms Forms = new(Model);

    [Theory]
    [InlineData("said", "VBD", "say")]
    [InlineData("countries", "NNS", "country")]
    [InlineData("houses", "NNS", "house")]
    [InlineData("children", "NNS", "child")]
    [InlineData("Palestinians", "NNPS", "Palestinian")]
    [InlineData("Berlin", "NNP", "Berlin")]
    [InlineData("I", "PRP", "I")]
    [InlineData("me", "PRP", "I")]
    [InlineData("deescalated", "VBD", "deescalate")]
    [InlineData("recommitting", "VBG", "recommit")]
    [InlineData("rearmed", "VBN", "rearm")]
    [InlineData("’s", "VBZ", "be")]
    [InlineData("happier", "JJR", "happy")]
    public void Forms_have_dictionary_forms(string form, string xpos, string expected)
    {
        ArgumentNullException.ThrowIfNull(form);
        Assert.Equal(expected, Lemmatiser.Lemma(Forms[form], xpos));
    }
}
