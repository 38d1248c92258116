namespace Rtemis.Data;

/// <summary>Distinct texts, numbered as they first appear and put into the order of <see cref="RootCollation"/> at the end.</summary>
sealed class LevelCodes
{
    readonly Dictionary<string, int> _codes = [];

    /// <summary>The number of <paramref name="text"/>, which is new or known.</summary>
    public int Of(string text)
    {
        if (!_codes.TryGetValue(text, out var code)) _codes.Add(text, code = _codes.Count);
        return code;
    }

    /// <summary>A factor of the cells of those numbers, which are changed to places in the levels' order.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="codes">A number given out here for each row, or <see cref="FactorColumn.Missing"/>.</param>
    public FactorColumn ToFactor(string name, int[] codes)
    {
        string[] levels = [.. _codes.Keys.Order(RootCollation.Instance)];
        var places = new int[levels.Length];
        for (var i = 0; i < levels.Length; i++) places[_codes[levels[i]]] = i;
        foreach (ref var code in codes.AsSpan())
            if (code != FactorColumn.Missing) code = places[code];
        return new FactorColumn(name, codes, levels);
    }
}
