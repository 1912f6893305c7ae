using System.Reflection;
using OnRecord.Text;

namespace OnRecord.App;

/// <summary>The installed program: its version, its data folder, and the journey loaded from it when first asked for.</summary>
internal sealed class Installation : IDisposable
{
    private readonly Lazy<DataFolder> data;
    private readonly Lazy<Journey> journey;

    /// <summary>Looks for nothing yet.</summary>
    public Installation(Shell shell)
    {
        ArgumentNullException.ThrowIfNull(shell);
        data = new Lazy<DataFolder>(() => DataFolder.Find(shell.Variable("ONRECORD_DATA"), AppContext.BaseDirectory));
        journey = new Lazy<Journey>(() => Journey.Load(data.Value.File, Limits.Default, Version));
    }

    /// <summary>Version of the program: <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        (typeof(Installation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    /// <summary>Hands over the files of the data folder.</summary>
    /// <exception cref="UsageException">There is no data folder.</exception>
    public DataFile Data => data.Value.File;

    /// <summary>The steps from bytes to records.</summary>
    /// <exception cref="UsageException">There is no data folder.</exception>
    /// <exception cref="IOException">A data file is missing.</exception>
    /// <exception cref="FormatException">A data file is damaged.</exception>
    public Journey Journey => journey.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (data.IsValueCreated)
        {
            data.Value.Dispose();
        }
    }
}
