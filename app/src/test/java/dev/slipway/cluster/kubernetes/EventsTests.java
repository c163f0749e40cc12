package dev.slipway.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTests {

    @Test
    void ofTheSchedulerWhichWritesAnEventTime() {
        var event = Events.event(Json.object("""
                {"involvedObject": {"apiVersion": "v1", "kind": "Pod", "namespace": "a", "name": "web-1"},
                 "type": "Warning", "reason": "FailedScheduling", "message": "0/3 nodes are available ",
                 "firstTimestamp": null, "lastTimestamp": null, "eventTime": "2026-11-21T12:00:00.123456Z",
                 "metadata": {"creationTimestamp": "2026-11-21T11:00:00Z"}}"""));

        assertThat(event.normal()).isFalse();
        assertThat(event.message()).isEqualTo("0/3 nodes are available");
        assertThat(event.count()).isEqualTo(1);
        assertThat(event.lastSeen()).isEqualTo(Instant.parse("2026-11-21T12:00:00.123456Z"));
        assertThat(event.subject().name()).isEqualTo("web-1");
    }

    @Test
    void ofASeriesAndOfACount() {
        var series = Events.event(Json.object("""
                {"type": "Normal", "series": {"count": 7, "lastObservedTime": "2026-11-21T13:00:00.000000Z"},
                 "eventTime": "2026-11-21T12:00:00.123456Z"}"""));
        var counted = Events.event(
                Json.object("{\"type\": \"Normal\", \"count\": 3, \"lastTimestamp\": \"2026-11-21T12:30:00Z\"}"));

        assertThat(series.count()).isEqualTo(7);
        assertThat(series.lastSeen()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
        assertThat(counted.count()).isEqualTo(3);
        assertThat(Events.newestFirst(List.of(
                        Json.object("{\"lastTimestamp\": \"2026-11-21T12:30:00Z\"}"),
                        Json.object("{\"lastTimestamp\": \"2026-11-21T12:30:01Z\"}"))))
                .extracting(event -> event.lastSeen().getEpochSecond() % 60)
                .containsExactly(1L, 0L);
    }
}
