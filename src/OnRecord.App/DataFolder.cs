using System.IO.MemoryMappedFiles;
using OnRecord.Text;

namespace OnRecord.App;

/// <summary>The installation's <c>data</c> folder: word lists, facts and the model. Big files are mapped into memory, small ones are read.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string Landmark = "lexicons";
    private const long MappedFrom = 1 << 20;

    private readonly string folder;
    private readonly Lock gate = new();
    private readonly List<MappedFile> mapped = [];

    private DataFolder(string folder) => this.folder = folder;

    /// <summary>Finds the folder: named by the user, or beside the program, or beside one of the folders above it.</summary>
    /// <param name="named">The value of <c>ONRECORD_DATA</c>, or null.</param>
    /// <param name="program">The folder that holds the program.</param>
    /// <exception cref="UsageException">There is none; the message says where it was looked for.</exception>
    public static DataFolder Find(string? named, string program)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(Path.Combine(named, Landmark))
                ? new DataFolder(named)
                : throw new UsageException($"ONRECORD_DATA names '{named}', which is no data folder: it has no folder '{Landmark}'. Set it to the folder 'data' of OnRecord, or unset it.");
        }
        for (var above = new DirectoryInfo(program); above is not null; above = above.Parent)
        {
            var data = Path.Combine(above.FullName, "data");
            if (Directory.Exists(Path.Combine(data, Landmark)))
            {
                return new DataFolder(data);
            }
        }
        throw new UsageException($"The data folder is missing: no 'data/{Landmark}' in {program} or in any folder above it. Install OnRecord again, or set ONRECORD_DATA to its folder 'data'.");
    }

    /// <summary>One file of the folder; valid until this is disposed.</summary>
    /// <param name="name">Path below the folder with forward slashes.</param>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public ReadOnlyMemory<byte> File(string name)
    {
        var path = Path.Combine(folder, name);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"The installation is not complete: {path} is missing. Install OnRecord again, or set ONRECORD_DATA to a complete folder 'data'.", path);
        }
        if (file.Length < MappedFrom)
        {
            return System.IO.File.ReadAllBytes(path);
        }
        var mapping = new MappedFile(path, file.Length);
        lock (gate)
        {
            mapped.Add(mapping);
        }
        return mapping.Memory;
    }

    /// <summary>Lets go of the mapped files.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            foreach (var mapping in mapped)
            {
                mapping.Dispose();
            }
            mapped.Clear();
        }
    }

    private sealed class MappedFile : IDisposable
    {
        private readonly MemoryMappedFile file;
        private readonly MemoryMappedViewAccessor view;
        private readonly MappedMemory memory;

        public MappedFile(string path, long length)
        {
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            memory = new MappedMemory(view.SafeMemoryMappedViewHandle, checked((int)length));
        }

        public ReadOnlyMemory<byte> Memory => memory.Memory;

        public void Dispose()
        {
            ((IDisposable)memory).Dispose();
            view.Dispose();
            file.Dispose();
        }
    }
}
