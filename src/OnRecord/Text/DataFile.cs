namespace OnRecord.Text;

/// <summary>Hands a step one file of the installation's <c>data</c> folder as memory; the program maps or reads it, the library never touches a disk.</summary>
/// <param name="name">Path below <c>data/</c> with forward slashes: <c>lexicons/en/cue_acts.tsv</c>.</param>
/// <exception cref="IOException">The file is missing or cannot be read: the installation is broken. The message names the file and what to do.</exception>
public delegate ReadOnlyMemory<byte> DataFile(string name);
