using Microsoft.Extensions.Time.Testing;
using Rtemis.Server.Security;

namespace Rtemis.Server.Tests.Security;

public class WrongTokenThrottleTests
{
    [Fact]
    public void AFewSlipsCostNothingAndGuessingCostsEverMore()
    {
        var throttle = new WrongTokenThrottle(new FakeTimeProvider());
        for (var i = 0; i < 8; i++) Assert.Equal(TimeSpan.Zero, throttle.Penalty());
        var last = TimeSpan.Zero;
        for (var i = 0; i < 10; i++)
        {
            var next = throttle.Penalty();
            Assert.True(next > last);
            last = next;
        }
        for (var i = 0; i < 1000; i++) last = throttle.Penalty();
        Assert.Equal(WrongTokenThrottle.Longest, last);
    }

    [Fact]
    public void SlipsAreForgottenWithTime()
    {
        var clock = new FakeTimeProvider();
        var throttle = new WrongTokenThrottle(clock);
        for (var i = 0; i < 20; i++) throttle.Penalty();
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, throttle.Penalty());
    }
}
