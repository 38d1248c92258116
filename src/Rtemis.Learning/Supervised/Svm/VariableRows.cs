namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Kernel rows in the order of a problem's variables.</summary>
sealed class VariableRows(SvmDual dual, KernelRows rows)
{
    /// <summary>Reads the values of a variable with the first variables.</summary>
    /// <param name="variable">The variable's place.</param>
    /// <param name="values">Receives one value a variable, as many as it is long.</param>
    public void Read(int variable, Span<float> values)
    {
        var row = rows.Row(dual.Cases[variable]);
        if (dual.InOrder)
        {
            // Each case is met once, or twice in the same order.
            var direct = Math.Min(row.Length, values.Length);
            row[..direct].CopyTo(values);
            row[..(values.Length - direct)].CopyTo(values[direct..]);
            return;
        }
        var cases = dual.Cases.AsSpan(0, values.Length);
        for (var k = 0; k < cases.Length; k++) values[k] = row[cases[k]];
    }
}
