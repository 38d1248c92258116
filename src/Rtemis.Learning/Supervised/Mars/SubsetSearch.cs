using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Ways to look for the best subset of terms of each size; the intercept is in all of them. Source: A. J. Miller, "Subset Selection in Regression", 1990,
/// chapter 3, with the decisions of the R package leaps, which earth prunes with.
/// </summary>
sealed class SubsetSearch(OrderedReduction reduction, SubsetRecord record, RunContext context)
{
    /// <summary>Drops the term that is missed least, again and again; all subsets on the way are looked at.</summary>
    public void Backward()
    {
        for (var end = reduction.Terms; end > 2; end--)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var dropped = reduction.Cheapest(1, end);
            if (dropped == end - 1) continue;
            reduction.Move(dropped, end - 1);
            for (var count = dropped + 1; count < end; count++) record.Offer(reduction, count);
        }
    }

    /// <summary>Drops the term that is missed least, and keeps what is left as the subset of its size.</summary>
    public void Deletion()
    {
        for (var end = reduction.Terms; end > 1; end--)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            reduction.Move(reduction.Cheapest(1, end), end - 1);
            record.Replace(reduction, end - 1);
        }
    }

    /// <summary>Adds the term that gains most, again and again.</summary>
    public void Forward()
    {
        for (var count = 2; count < reduction.Terms; count++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var added = reduction.Richest(count - 1, reduction.Terms);
            record.Offer(reduction, count, added);
            if (added.Place >= count) reduction.Move(added.Place, count - 1);
        }
    }

    /// <summary>Replaces terms of a subset by others, as long as that gains anything, for each size from two on.</summary>
    public void Replacement()
    {
        for (var count = 2; count <= Math.Min(record.Most, reduction.Terms - 1); count++)
        {
            var (fixedTerms, idle) = (1, 0);
            while (idle < count - fixedTerms)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (Replace(fixedTerms, count)) (fixedTerms, idle) = (2, 0);
                else idle++;
            }
        }
    }

    // Tries each term from a place on as the one to leave, and makes the best exchange; the new term goes to the front.
    bool Replace(int first, int count)
    {
        var (best, from, most) = (-1, -1, 0.0);
        var turns = count - first;
        for (var turn = 0; turn < turns; turn++)
        {
            var added = reduction.Richest(count - 1, reduction.Terms);
            if (added.Place >= count)
            {
                record.Offer(reduction, count, added);
                // Where the term that is last now will be when the others have had their turn.
                if (added.Gain > most) (best, from, most) = (added.Place, turn < turns - 1 ? count - 2 - turn : count - 1, added.Gain);
            }
            if (turn < turns - 1) reduction.Move(count - 1, first);
        }
        if (best < 0) return false;
        reduction.Move(from, count - 1);
        reduction.Move(best, 1);
        return true;
    }

    /// <summary>Looks at all subsets but those that can't be better: none is, when all its terms and all that may be added are not.</summary>
    public void Exhaustive()
    {
        Backward();
        Explore(1, reduction.Terms);
    }

    // Terms before the first place are in, those up to the end may be.
    void Explore(int first, int end)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        while (first < end && Promises(first, end))
        {
            Explore(first + 1, end);
            reduction.Move(first, end - 1);
            end--;
            for (var count = first + 1; count <= end; count++) record.Offer(reduction, count);
        }
    }

    bool Promises(int first, int end)
    {
        if (first >= record.Most) return false;
        var least = reduction.Rss(end);
        for (var count = first + 1; count <= Math.Min(record.Most, end); count++)
            if (least < record.Rss(count)) return true;
        return false;
    }
}
