namespace Prover.Datasets.Files;

/// <summary>A folder that is made beside its place and moved there whole: whoever looks sees all of it or nothing.</summary>
internal sealed class StagedFolder : IDisposable
{
    private readonly string _target;

    /// <exception cref="DatasetException">Something is there already, or nothing can be made there.</exception>
    public StagedFolder(string target)
    {
        _target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        Refuse();
        try
        {
            var parent = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_target) ?? _target).FullName;
            Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(_target)}.{Guid.NewGuid():N}.tmp")).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"No dataset can be written to '{_target}': {e.Message} Name another folder.", e);
        }
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Puts everything on the disk and the folder in its place.</summary>
    /// <exception cref="DatasetException">Somebody has written there meanwhile.</exception>
    public void Commit()
    {
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            using var opened = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            opened.Flush(flushToDisk: true);
        }

        Refuse();
        if (Directory.Exists(_target))
        {
            Directory.Delete(_target);
        }

        Directory.Move(Path, _target);
    }

    /// <summary>Takes away what was not committed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private void Refuse()
    {
        if (File.Exists(_target) || (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any()))
        {
            throw new DatasetException($"'{_target}' is there and not empty. Name another folder, or delete it first: an export never writes over anything.");
        }
    }
}
