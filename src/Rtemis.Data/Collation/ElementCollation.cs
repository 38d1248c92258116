namespace Rtemis.Data;

/// <summary>Compares strings level by level over their collation elements (UTS #10, section 4).</summary>
static class ElementCollation
{
    // Kept by each thread, so that a sort allocates nothing.
    [ThreadStatic] static ElementReader? _left;
    [ThreadStatic] static ElementReader? _right;

    public static int Compare(string x, string y)
    {
        var left = (_left ??= new ElementReader()).Read(x);
        var right = (_right ??= new ElementReader()).Read(y);
        var order = ComparePrimary(left, right);
        if (order == 0) order = CompareSecondary(left, right);
        return order != 0 ? order : CompareTertiary(left, right);
    }

    static int ComparePrimary(ReadOnlySpan<CollationElement> x, ReadOnlySpan<CollationElement> y)
    {
        for (int i = 0, j = 0; ; i++, j++)
        {
            int left = 0, right = 0;
            while (i < x.Length && (left = x[i].Primary) == 0) i++;
            while (j < y.Length && (right = y[j].Primary) == 0) j++;
            if (left != right) return left - right;
            if (left == 0) return 0;
        }
    }

    static int CompareSecondary(ReadOnlySpan<CollationElement> x, ReadOnlySpan<CollationElement> y)
    {
        for (int i = 0, j = 0; ; i++, j++)
        {
            int left = 0, right = 0;
            while (i < x.Length && (left = x[i].Secondary) == 0) i++;
            while (j < y.Length && (right = y[j].Secondary) == 0) j++;
            if (left != right) return left - right;
            if (left == 0) return 0;
        }
    }

    static int CompareTertiary(ReadOnlySpan<CollationElement> x, ReadOnlySpan<CollationElement> y)
    {
        for (int i = 0, j = 0; ; i++, j++)
        {
            int left = 0, right = 0;
            while (i < x.Length && (left = x[i].Tertiary) == 0) i++;
            while (j < y.Length && (right = y[j].Tertiary) == 0) j++;
            if (left != right) return left - right;
            if (left == 0) return 0;
        }
    }
}
