using System.Text;

namespace Rtemis.Data.Csv;

/// <summary>The fields that stand for a missing value.</summary>
sealed class MissingValues(IEnumerable<string> texts)
{
    readonly byte[][] _texts = [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether a field is one of the texts that mean a missing value.</summary>
    public bool Contains(ReadOnlySpan<byte> text)
    {
        foreach (var missing in _texts)
            if (text.SequenceEqual(missing)) return true;
        return false;
    }
}
