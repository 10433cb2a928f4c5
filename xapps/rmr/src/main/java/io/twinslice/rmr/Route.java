package io.twinslice.rmr;

import java.util.List;

/** Where messages of one key go. */
sealed interface Route {
    /** One copy to each group. */
    record Copies(List<EndpointGroup> groups) implements Route {
        public Copies {
            groups = List.copyOf(groups);
        }
    }

    /** To the endpoint that owns the message's meid. */
    record MeidOwner() implements Route {}
}
