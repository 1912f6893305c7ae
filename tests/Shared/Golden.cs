using Xunit;

namespace OnRecord.Tests.Shared;

/// <summary>Compares text with a reviewed file of the repository. <c>ONRECORD_ACCEPT=1 ./test</c> writes the files; the difference is then reviewed with git.</summary>
internal static class Golden
{
    /// <summary>Asserts that the file holds exactly this text, but for line ends.</summary>
    /// <param name="file">Path from the root of the repository.</param>
    /// <param name="actual">What the program made.</param>
    public static void Check(string file, string actual)
    {
        actual = actual.ReplaceLineEndings("\n");
        var path = Repository.PathOf(file);
        if (Repository.Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"{file} is missing. Write it with: {Repository.AcceptVariable}=1 ./test");
        var expected = Repository.Text(file);
        if (expected == actual)
        {
            return;
        }
        var (e, a) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < e.Length && line < a.Length && e[line] == a[line])
        {
            line++;
        }
        Assert.Fail($"""
            {file} differs first at line {line + 1}:
              expected: {(line < e.Length ? e[line] : "(end)")}
              actual:   {(line < a.Length ? a[line] : "(end)")}
            Where the new text is right, write it with: {Repository.AcceptVariable}=1 ./test
            """);
    }
}
