namespace Rtemis.Fuzz;

/// <summary>Something that reads what others wrote.</summary>
public interface IFuzzTarget : IAsyncDisposable
{
    /// <summary>Its name on the command line, and that of its corpus.</summary>
    string Name { get; }

    /// <summary>Good inputs to begin with.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that mean something to it.</summary>
    IReadOnlyList<byte[]> Words { get; }

    /// <summary>
    /// Reads an input and says what came of it, in words that are the same for inputs that are alike. Whatever it throws is a finding.
    /// </summary>
    Task<string> RunAsync(byte[] input, CancellationToken cancellation);
}
