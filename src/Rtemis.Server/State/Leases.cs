namespace Rtemis.Server.State;

/// <summary>Counts who needs something. When it was given up and nobody needs it any more, it goes, once.</summary>
/// <param name="givenUp">Whether it is there only for those who need it.</param>
/// <param name="go">Lets it go; called under the lock.</param>
sealed class Leases(bool givenUp, Action go)
{
    readonly Lock _lock = new();
    bool _givenUp = givenUp;
    bool _gone;
    int _count;

    /// <summary>Whether somebody needs it.</summary>
    public bool Any
    {
        get
        {
            lock (_lock) return _count > 0;
        }
    }

    /// <summary>Whether it is there only for those who need it, or has gone.</summary>
    public bool IsGivenUp
    {
        get
        {
            lock (_lock) return _givenUp;
        }
    }

    /// <summary>Keeps it until the lease is disposed; null when it has gone.</summary>
    public IDisposable? TryTake()
    {
        lock (_lock)
        {
            if (_gone) return null;
            _count++;
        }
        return new Lease(this);
    }

    /// <summary>It goes now, or with the last lease.</summary>
    public void GiveUp()
    {
        lock (_lock)
        {
            _givenUp = true;
            GoIfUnneeded();
        }
    }

    void Release()
    {
        lock (_lock)
        {
            _count--;
            GoIfUnneeded();
        }
    }

    void GoIfUnneeded()
    {
        if (!_givenUp || _gone || _count > 0) return;
        _gone = true;
        go();
    }

    sealed class Lease(Leases leases) : IDisposable
    {
        Leases? _leases = leases;

        public void Dispose() => Interlocked.Exchange(ref _leases, null)?.Release();
    }
}
