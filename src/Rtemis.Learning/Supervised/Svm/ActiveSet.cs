namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// Leaves aside variables that will most likely stay at their bound, and brings their gradient up to date again. Source: C.-C. Chang and C.-J. Lin,
/// "LIBSVM: a library for support vector machines", ACM TIST 2(3), 2011, section 5.1 and 4.1.4.
/// </summary>
sealed class ActiveSet(SvmDual dual, VariableRows rows, double tolerance)
{
    readonly float[] _row = new float[dual.Count];
    bool _reviewed;

    /// <summary>Leaves aside what is at a bound and beyond the range of those that can still move.</summary>
    public void Shrink()
    {
        var (growth, fall) = Extremes();
        if (!_reviewed && growth + fall <= tolerance * 10)
        {
            // Near the end, what was left aside is looked at once more.
            _reviewed = true;
            Restore();
        }
        for (var k = 0; k < dual.Active; k++)
        {
            if (!IsIdle(k, growth, fall)) continue;
            dual.Active--;
            while (dual.Active > k && IsIdle(dual.Active, growth, fall)) dual.Active--;
            if (dual.Active > k) dual.Swap(k, dual.Active);
        }
    }

    /// <summary>Makes all variables active.</summary>
    public void Restore()
    {
        if (dual.Active == dual.Count) return;
        var (active, all) = (dual.Active, dual.Count);
        for (var k = active; k < all; k++) dual.Gradient[k] = dual.BoundGradient[k] + dual.Linear[k];
        var free = 0L;
        for (var k = 0; k < active; k++)
            if (dual.IsFree(k)) free++;
        // The cheaper way round: rows of those left aside, or rows of the free ones.
        if (free * all > 2L * active * (all - active)) AddByIdle();
        else AddByFree();
        dual.Active = all;
    }

    void AddByIdle()
    {
        var row = _row.AsSpan(0, dual.Active);
        for (var i = dual.Active; i < dual.Count; i++)
        {
            rows.Read(i, row);
            for (var k = 0; k < row.Length; k++)
                if (dual.IsFree(k)) dual.Gradient[i] += dual.Multipliers[k] * row[k];
        }
    }

    void AddByFree()
    {
        for (var k = 0; k < dual.Active; k++)
        {
            if (!dual.IsFree(k)) continue;
            rows.Read(k, _row);
            var multiplier = dual.Multipliers[k];
            for (var i = dual.Active; i < _row.Length; i++) dual.Gradient[i] += multiplier * _row[i];
        }
    }

    (double Growth, double Fall) Extremes()
    {
        var (growth, fall) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var k = 0; k < dual.Active; k++)
        {
            growth = Math.Max(growth, dual.UpShut[k] - dual.Gradient[k]);
            fall = Math.Max(fall, dual.DownShut[k] + dual.Gradient[k]);
        }
        return (growth, fall);
    }

    bool IsIdle(int k, double growth, double fall) =>
        dual.UpShut[k] != 0 ? -dual.Gradient[k] > growth : dual.DownShut[k] != 0 && dual.Gradient[k] > fall;
}
