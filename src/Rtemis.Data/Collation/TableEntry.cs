namespace Rtemis.Data;

/// <summary>Where the elements of a code point or a contraction stand in the table; the default value means there are none to find.</summary>
readonly struct TableEntry
{
    const uint AssignedFlag = 1;
    const uint ContractionFlag = 2;
    const int CountShift = 2;
    const uint CountMask = 31;
    const int StartShift = 7;

    readonly uint _bits;

    TableEntry(uint bits) => _bits = bits;

    public TableEntry(int start, int count) => _bits = ((uint)start << StartShift) | ((uint)count << CountShift) | AssignedFlag;

    /// <summary>Whether the table has elements, or their absence, on record.</summary>
    public bool IsAssigned => (_bits & AssignedFlag) != 0;

    /// <summary>Whether a longer string that starts here may have elements of its own.</summary>
    public bool StartsContraction => (_bits & ContractionFlag) != 0;

    public int Start => (int)(_bits >> StartShift);

    public int Count => (int)((_bits >> CountShift) & CountMask);

    public TableEntry WithContraction() => new(_bits | ContractionFlag);
}
